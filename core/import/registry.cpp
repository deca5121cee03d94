// SPDX-License-Identifier: Apache-2.0
#include "core/import/formats.h"

namespace assize {

const std::vector<Importer>& importers() {
    static const std::vector<Importer> all = {
        pairsImporter(),
        singleImporter(),
        llmbarImporter(),
        pandalmImporter(),
        sessionImporter(),
    };
    return all;
}

} // namespace assize
