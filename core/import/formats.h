// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/importer.h"

/// One function per format, defined in the file of its name (formats.md).
namespace assize {
Importer pairsImporter();
Importer singleImporter();
Importer multiImporter();
Importer llmbarImporter();
Importer pandalmImporter();
Importer rewardbenchImporter();
Importer judgebenchImporter();
Importer alpacaevalImporter();
Importer autojImporter();
Importer mtbenchImporter();
Importer halubenchImporter();
Importer rmbenchImporter();
Importer wildbenchImporter();
Importer judgelmImporter();
Importer biggenImporter();
Importer prometheusImporter();
Importer mtbenchQuestionsImporter();
Importer llmComparatorImporter();
Importer chatImporter();
Importer novaImporter();
Importer arenaImporter();
Importer ultrafeedbackImporter();
Importer hhImporter();
Importer promptfooImporter();
Importer openaiBatchImporter();
Importer sessionImporter();
Importer rootCalibrationImporter();
} // namespace assize
