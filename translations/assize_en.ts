<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>RunLog</name>
    <message numerus="yes">
        <source>%n item(s) left out, which the judge does not suit</source>
        <translation>
            <numerusform>%n item left out, which the judge does not suit</numerusform>
            <numerusform>%n items left out, which the judge does not suit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message numerus="yes">
        <source>Done, %n failed</source>
        <translation>
            <numerusform>Done, %n failed</numerusform>
            <numerusform>Done, %n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Raise the budget to go on.</source>
        <translation>
            <numerusform>%n call was not made. Raise the budget to go on.</numerusform>
            <numerusform>%n calls were not made. Raise the budget to go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Start the server, then resume the run.</source>
        <translation>
            <numerusform>%n call was not made. Start the server, then resume the run.</numerusform>
            <numerusform>%n calls were not made. Start the server, then resume the run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Correct the endpoint&apos;s key, then resume the run.</source>
        <translation>
            <numerusform>%n call was not made. Correct the endpoint&apos;s key, then resume the run.</numerusform>
            <numerusform>%n calls were not made. Correct the endpoint&apos;s key, then resume the run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Load the model, or choose another in a new run.</source>
        <translation>
            <numerusform>%n call was not made. Load the model, or choose another in a new run.</numerusform>
            <numerusform>%n calls were not made. Load the model, or choose another in a new run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Add credit, then resume the run.</source>
        <translation>
            <numerusform>%n call was not made. Add credit, then resume the run.</numerusform>
            <numerusform>%n calls were not made. Add credit, then resume the run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Look at the failures, then resume the run.</source>
        <translation>
            <numerusform>%n call was not made. Look at the failures, then resume the run.</numerusform>
            <numerusform>%n calls were not made. Look at the failures, then resume the run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::CategoryPane</name>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <comment>items of a category</comment>
        <translation>
            <numerusform>%n differs</numerusform>
            <numerusform>%n differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ChartView</name>
    <message numerus="yes">
        <source>Click: %n item(s) in Review</source>
        <translation>
            <numerusform>Click: %n item in Review</numerusform>
            <numerusform>Click: %n items in Review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::EndpointEditor</name>
    <message numerus="yes">
        <source>The server lists %n model(s).</source>
        <translation>
            <numerusform>The server lists %n model.</numerusform>
            <numerusform>The server lists %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::FailedPane</name>
    <message numerus="yes">
        <source>Retry these %n</source>
        <translation>
            <numerusform>Retry this one</numerusform>
            <numerusform>Retry these %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Raise to %1 and retry these %n</source>
        <comment>tokens</comment>
        <translation>
            <numerusform>Raise to %1 and retry this one</numerusform>
            <numerusform>Raise to %1 and retry these %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::FoundServers</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ImageStrip</name>
    <message numerus="yes">
        <source>%n more image(s) not shown</source>
        <translation>
            <numerusform>%n more image not shown</numerusform>
            <numerusform>%n more images not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ImportDialog</name>
    <message numerus="yes">
        <source>import of %n file(s)</source>
        <translation>
            <numerusform>import of %n file</numerusform>
            <numerusform>import of %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ImportReport</name>
    <message numerus="yes">
        <source>%n row(s) cannot be imported.</source>
        <translation>
            <numerusform>%n row cannot be imported.</numerusform>
            <numerusform>%n rows cannot be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out.</source>
        <translation>
            <numerusform>%n row was left out.</numerusform>
            <numerusform>%n rows were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ImportSetup</name>
    <message numerus="yes">
        <source>%n row(s) of this sample cannot be used.</source>
        <translation>
            <numerusform>%n row of this sample cannot be used.</numerusform>
            <numerusform>%n rows of this sample cannot be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of this sample are read together with another file&apos;s.</source>
        <translation>
            <numerusform>%n row of this sample is read together with another file&apos;s.</numerusform>
            <numerusform>%n rows of this sample are read together with another file&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::InsightsStrip</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ItemListPane</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::RecentSessions</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <comment>in a session</comment>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unlabelled</source>
        <comment>items of a session</comment>
        <translation>
            <numerusform>%Ln unlabelled</numerusform>
            <numerusform>%Ln unlabelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln disagreement(s) open</source>
        <comment>of judge and people</comment>
        <translation>
            <numerusform>%Ln disagreement open</numerusform>
            <numerusform>%Ln disagreements open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ResponsePane</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <comment>length of a response</comment>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <comment>length of a response</comment>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n evidence spans</source>
        <comment>Response A, 74 words, 3 evidence spans</comment>
        <translation>
            <numerusform>%1, %2, %n evidence span</numerusform>
            <numerusform>%1, %2, %n evidence spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::RunDetail</name>
    <message numerus="yes">
        <source>%n at once</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%n at once</numerusform>
            <numerusform>%n at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be asked again at the end</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%n to be asked again at the end</numerusform>
            <numerusform>%n to be asked again at the end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::RunDialog</name>
    <message numerus="yes">
        <source>As %n verdict(s) of this judge by this model took.</source>
        <translation>
            <numerusform>As %n verdict of this judge by this model took.</numerusform>
            <numerusform>As %n verdicts of this judge by this model took.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted in %n prompt(s), without the model&apos;s tokenizer.</source>
        <translation>
            <numerusform>Counted in %n prompt, without the model&apos;s tokenizer.</numerusform>
            <numerusform>Counted in %n prompts, without the model&apos;s tokenizer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::RunsToolbar</name>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation>
            <numerusform>Retry %n failed</numerusform>
            <numerusform>Retry %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ServerLamps</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more model server(s)</source>
        <translation>
            <numerusform>%n more model server</numerusform>
            <numerusform>%n more model servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::SlotTimeline</name>
    <message numerus="yes">
        <source>%n request(s) in flight.</source>
        <translation>
            <numerusform>%n request in flight.</numerusform>
            <numerusform>%n requests in flight.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::VerdictPanel</name>
    <message numerus="yes">
        <source>%n criteria lack a score</source>
        <translation>
            <numerusform>%n criterion lacks a score</numerusform>
            <numerusform>%n criteria lack a score</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agreement %1 → %2, %n label(s) change</source>
        <comment>judge&apos;s weights, your weights</comment>
        <translation>
            <numerusform>Agreement %1 → %2, %n label changes</numerusform>
            <numerusform>Agreement %1 → %2, %n labels change</numerusform>
        </translation>
    </message>
</context>
</TS>
