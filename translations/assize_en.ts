<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</context>
<context>
    <name>assize::ui::ItemListPane</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ResponsePane</name>
    <message numerus="yes">
        <source>%n characters</source>
        <comment>length of a response</comment>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <comment>length of a response</comment>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
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
