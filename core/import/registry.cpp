// SPDX-License-Identifier: Apache-2.0
#include "core/import/formats.h"

namespace assize {

const std::vector<Importer>& importers() {
    static const std::vector<Importer> all = {
        pairsImporter(),
        singleImporter(),
        multiImporter(),
        llmbarImporter(),
        pandalmImporter(),
        rewardbenchImporter(),
        judgebenchImporter(),
        alpacaevalImporter(),
        autojImporter(),
        mtbenchImporter(),
        halubenchImporter(),
        rmbenchImporter(),
        wildbenchImporter(),
        judgelmImporter(),
        biggenImporter(),
        prometheusImporter(),
        mtbenchQuestionsImporter(),
        llmComparatorImporter(),
        chatImporter(),
        novaImporter(),
        arenaImporter(),
        ultrafeedbackImporter(),
        hhImporter(),
        promptfooImporter(),
        openaiBatchImporter(),
        sessionImporter(),
        rootCalibrationImporter(),
    };
    return all;
}

} // namespace assize
