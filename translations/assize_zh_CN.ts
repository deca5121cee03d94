<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New Session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open Session…</source>
        <translation>打开会话(&amp;O)…</translation>
    </message>
    <message>
        <source>Open Sa&amp;mple Session</source>
        <translation>打开示例会话(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Import Data…</source>
        <translation>导入数据(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Close Session</source>
        <translation>关闭会话(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find in the List</source>
        <translation>在列表中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Find in the &amp;Item</source>
        <translation>在条目中查找(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Next Match</source>
        <translation>下一处匹配(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Match</source>
        <translation>上一处匹配(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审阅(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Judges</source>
        <translation>裁判(&amp;J)</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>运行(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Insights</source>
        <translation>洞察(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>证据(&amp;E)</translation>
    </message>
    <message>
        <source>Word &amp;Diff</source>
        <translation>逐词对比(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;ync Scroll</source>
        <translation>同步滚动(&amp;Y)</translation>
    </message>
    <message>
        <source>Markdown &amp;Source</source>
        <translation>Markdown 源文本(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;tacked</source>
        <translation>上下排列(&amp;T)</translation>
    </message>
    <message>
        <source>Fold the &amp;Prompt</source>
        <translation>折叠提示(&amp;P)</translation>
    </message>
    <message>
        <source>Fold the Item &amp;List</source>
        <translation>折叠条目列表(&amp;L)</translation>
    </message>
    <message>
        <source>Fold the &amp;Verdict Panel</source>
        <translation>折叠结论面板(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Normal Text Size</source>
        <translation>标准字号(&amp;N)</translation>
    </message>
    <message>
        <source>Next P&amp;ane</source>
        <translation>下一个窗格(&amp;A)</translation>
    </message>
    <message>
        <source>Previous Pan&amp;e</source>
        <translation>上一个窗格(&amp;E)</translation>
    </message>
    <message>
        <source>Reset Lay&amp;out</source>
        <translation>恢复布局(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Next Item</source>
        <translation>下一个条目(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Item</source>
        <translation>上一个条目(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;Disagreement</source>
        <translation>下一处分歧(&amp;D)</translation>
    </message>
    <message>
        <source>Previous D&amp;isagreement</source>
        <translation>上一处分歧(&amp;I)</translation>
    </message>
    <message>
        <source>Next &amp;Unlabelled</source>
        <translation>下一个未标注条目(&amp;U)</translation>
    </message>
    <message>
        <source>Label: A Much Better</source>
        <translation>标注：A 好很多</translation>
    </message>
    <message>
        <source>Label: A Better</source>
        <translation>标注：A 较好</translation>
    </message>
    <message>
        <source>Label: Tie</source>
        <translation>标注：平局</translation>
    </message>
    <message>
        <source>Label: Both Bad</source>
        <translation>标注：都不好</translation>
    </message>
    <message>
        <source>Label: B Better</source>
        <translation>标注：B 较好</translation>
    </message>
    <message>
        <source>Label: B Much Better</source>
        <translation>标注：B 好很多</translation>
    </message>
    <message>
        <source>Label: Cannot Judge</source>
        <translation>标注：无法判断</translation>
    </message>
    <message>
        <source>&amp;Clear Label</source>
        <translation>清除标注(&amp;C)</translation>
    </message>
    <message>
        <source>Add &amp;Tag…</source>
        <translation>添加标签(&amp;T)…</translation>
    </message>
    <message>
        <source>C&amp;omment</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Flagged for Later</source>
        <translation>留待以后(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Blind Mode</source>
        <translation>盲评(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Advance after Label</source>
        <translation>标注后前进(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Next Judge</source>
        <translation>下一个裁判(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Switch Order Shown</source>
        <translation>切换所示顺序(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Raw Output</source>
        <translation>原始输出(&amp;R)</translation>
    </message>
    <message>
        <source>Next &amp;Criterion</source>
        <translation>下一项准则(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Previous Criterion</source>
        <translation>上一项准则(&amp;P)</translation>
    </message>
    <message>
        <source>Reset What-if &amp;Weights</source>
        <translation>重置假设权重(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Judge This Item</source>
        <translation>评判此条目(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Find an Action…</source>
        <translation>查找操作(&amp;F)…</translation>
    </message>
    <message>
        <source>S&amp;hortcuts…</source>
        <translation>快捷键(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Assize</source>
        <translation>关于 Assize(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>条目(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation>裁判(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Judge Is Wrong on</source>
        <translation>裁判判错的准则(&amp;J)</translation>
    </message>
    <message>
        <source>Judge Is Wrong on Criterion %1</source>
        <translation>裁判在准则 %1 上判错</translation>
    </message>
    <message>
        <source>Your &amp;Score of the Criterion</source>
        <translation>您对准则的评分(&amp;S)</translation>
    </message>
    <message>
        <source>Score the Selected Criterion: %1</source>
        <translation>给所选准则评分：%1</translation>
    </message>
    <message>
        <source>&amp;New Run…</source>
        <translation>新建运行(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Find in the Runs</source>
        <translation>在运行中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pause or Resume</source>
        <translation>暂停或继续(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Retry Failed</source>
        <translation>重试失败的调用(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Choose the Items of the Charts</source>
        <translation>选择图表的条目(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Connect a Model Server…</source>
        <translation>连接模型服务(&amp;C)…</translation>
    </message>
    <message>
        <source>S&amp;tart a Local Server…</source>
        <translation>启动本机服务(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Network…</source>
        <translation>网络(&amp;N)…</translation>
    </message>
    <message>
        <source>Write a &amp;Report…</source>
        <translation>生成报告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Edit the Parser…</source>
        <translation>编辑解析器(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>en</source>
        <comment>language code</comment>
        <extracomment>The code of this language, as in the names of its text tables. Not shown.</extracomment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no label here; they are %2</source>
        <translation>“%1”不是这里的判定；可用的有 %2</translation>
    </message>
    <message>
        <source>there is no criterion &quot;%1&quot;: no judge has scored any</source>
        <translation>没有准则“%1”：还没有裁判给任何准则打过分</translation>
    </message>
    <message>
        <source>there is no criterion &quot;%1&quot;, did you mean &quot;%2&quot;? they are %3</source>
        <translation>没有准则“%1”，是否指“%2”？现有 %3</translation>
    </message>
    <message>
        <source>there is no criterion &quot;%1&quot;; they are %2</source>
        <translation>没有准则“%1”；现有 %2</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is a zip archive; unpack it first</source>
        <translation>它是 zip 压缩包，请先解压</translation>
    </message>
    <message>
        <source>it is a Parquet file, which has to be named as a file of its own</source>
        <translation>它是 Parquet 文件，须作为单独的文件指定</translation>
    </message>
    <message>
        <source>it is a binary file, not text</source>
        <translation>它是二进制文件，不是文本</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it is a Parquet file, which has to be named</source>
        <translation>它是 Parquet 文件，须指定文件名</translation>
    </message>
    <message>
        <source>zlib does not start</source>
        <translation>zlib 无法启动</translation>
    </message>
    <message>
        <source>the gzip data end early</source>
        <translation>gzip 数据提前结束</translation>
    </message>
    <message>
        <source>the gzip data are damaged</source>
        <translation>gzip 数据已损坏</translation>
    </message>
    <message>
        <source>the zstd data are damaged</source>
        <translation>zstd 数据已损坏</translation>
    </message>
    <message>
        <source>the zstd data end early</source>
        <translation>zstd 数据提前结束</translation>
    </message>
    <message>
        <source>there is no program that can be run at that path</source>
        <translation>该路径下没有可以运行的程序</translation>
    </message>
    <message>
        <source>it is not installed, or not in the PATH of this program</source>
        <translation>它没有安装，或不在本程序的 PATH 中</translation>
    </message>
    <message>
        <source>a quotation mark is opened here and never closed</source>
        <translation>此处的引号没有闭合</translation>
    </message>
    <message>
        <source>%1; what stands before is kept</source>
        <translation>%1；之前的内容已保留</translation>
    </message>
    <message>
        <source>the record is longer than 32 MiB</source>
        <translation>该记录超过 32 MiB</translation>
    </message>
    <message>
        <source>a closing bracket stands where a record should begin</source>
        <translation>应当是记录开头的地方出现了右括号</translation>
    </message>
    <message>
        <source>a key in quotation marks should stand here</source>
        <translation>此处应有带引号的键</translation>
    </message>
    <message>
        <source>a colon should stand behind the key</source>
        <translation>键后面应有冒号</translation>
    </message>
    <message>
        <source>the file ends in the middle of a record or list</source>
        <translation>文件在记录或列表中间结束</translation>
    </message>
    <message>
        <source>something follows the end of the list; it was not read</source>
        <translation>列表结束后还有内容，未读取</translation>
    </message>
    <message>
        <source>it is too large to be read whole</source>
        <translation>它太大，无法整体读取</translation>
    </message>
    <message>
        <source>it could not be started</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>DuckDB failed</source>
        <translation>DuckDB 出错</translation>
    </message>
    <message>
        <source>the library that reads and writes it, DuckDB (libduckdb.so), is not installed; install it, name it in ASSIZE_DUCKDB, or use JSON Lines</source>
        <translation>读写它的库 DuckDB（libduckdb.so）没有安装；请安装它，或用 ASSIZE_DUCKDB 指定它，或改用 JSON Lines</translation>
    </message>
    <message>
        <source>it is a Parquet file, and %1</source>
        <translation>它是 Parquet 文件，而%1</translation>
    </message>
    <message>
        <source>no AWS credentials: neither AWS_BEARER_TOKEN_BEDROCK nor AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set, and %1 has no profile &quot;%2&quot; with both</source>
        <translation>没有 AWS 凭据：AWS_BEARER_TOKEN_BEDROCK 未设置，AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 也未设置，而 %1 中没有同时含有二者的配置“%2”</translation>
    </message>
    <message>
        <source>the item has no response to show there</source>
        <translation>该条目没有可在此处显示的回答</translation>
    </message>
    <message>
        <source>builtin:lexical is a fixed baseline and runs only the judges builtin, builtin-direct and builtin-pass-fail</source>
        <translation>builtin:lexical 是固定的基线，只运行裁判 builtin、builtin-direct 和 builtin-pass-fail</translation>
    </message>
    <message>
        <source>builtin:lexical answers pairwise judges in rubric-yaml, direct and pass_fail ones in verdict-json</source>
        <translation>builtin:lexical 对成对裁判以 rubric-yaml 作答，对 direct 和 pass_fail 裁判以 verdict-json 作答</translation>
    </message>
    <message>
        <source>builtin:lexical cannot score &quot;%1&quot;: it knows its own five criteria, from 1 to 5</source>
        <translation>builtin:lexical 不能给“%1”打分：它只会自己的五项准则，范围 1 到 5</translation>
    </message>
    <message>
        <source>the weights of its criteria sum to nothing</source>
        <translation>其准则的权重之和为零</translation>
    </message>
    <message>
        <source>TLS: the server speaks plain HTTP; its URL has to begin with http://</source>
        <translation>TLS：服务器使用的是普通 HTTP，其网址须以 http:// 开头</translation>
    </message>
    <message>
        <source>TLS: %1; its certificate has to be one that this system trusts</source>
        <translation>TLS：%1；其证书须受本系统信任</translation>
    </message>
    <message>
        <source>the URL cannot be used: %1</source>
        <translation>网址无法使用：%1</translation>
    </message>
    <message>
        <source>not an HTTP reply: %1</source>
        <translation>不是 HTTP 回复：%1</translation>
    </message>
    <message>
        <source>no connection in time</source>
        <translation>未能及时建立连接</translation>
    </message>
    <message>
        <source>the server sends more than a reply may hold</source>
        <translation>服务器发来的内容超过了回复的上限</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>the connection ended before the reply did: %1</source>
        <translation>连接在回复结束之前中断：%1</translation>
    </message>
    <message>
        <source>HTTP %1 without an address</source>
        <translation>HTTP %1，没有给出地址</translation>
    </message>
    <message>
        <source>it redirects to %1, which the key is not sent to; if you trust that server, make it the endpoint&apos;s URL</source>
        <translation>它重定向到 %1，密钥不会发往那里；如果信任该服务器，请把它设为端点的网址</translation>
    </message>
    <message>
        <source>%1, nothing is at that path; URLs of OpenAI-like servers mostly end in /v1</source>
        <translation>%1，该路径下什么也没有；与 OpenAI 兼容的服务器的网址大多以 /v1 结尾</translation>
    </message>
    <message>
        <source>the reply is HTTP %1 instead of 200</source>
        <translation>回复是 HTTP %1，而不是 200</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>within the reply: %1</source>
        <translation>回复中写道：%1</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>%1 holds white space or control characters within the key</source>
        <translation>%1 的密钥中有空白或控制字符</translation>
    </message>
    <message>
        <source>the environment has no %1; set it to the key before starting</source>
        <translation>环境中没有 %1；请在启动前把它设为密钥</translation>
    </message>
    <message>
        <source>the variable %1</source>
        <translation>变量 %1</translation>
    </message>
    <message>
        <source>there is no key file %1</source>
        <translation>没有密钥文件 %1</translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation>%1 不是普通文件</translation>
    </message>
    <message>
        <source>others may read the key file %1; protect it with: chmod 600 %1</source>
        <translation>其他人可以读取密钥文件 %1；请用 chmod 600 %1 保护它</translation>
    </message>
    <message>
        <source>the key file %1 cannot be read: %2</source>
        <translation>密钥文件 %1 无法读取：%2</translation>
    </message>
    <message>
        <source>the key file %1</source>
        <translation>密钥文件 %1</translation>
    </message>
    <message>
        <source>this program has no keychain here; use key: env:NAME</source>
        <translation>本程序在此没有密钥串，请使用 key: env:NAME</translation>
    </message>
    <message>
        <source>the keychain&apos;s entry %1</source>
        <translation>密钥串条目 %1</translation>
    </message>
    <message>
        <source>key has to be env:NAME, keychain:NAME, file:PATH or none; the key itself does not go there</source>
        <translation>key 须为 env:NAME、keychain:NAME、file:PATH 或 none；密钥本身不写在那里</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of endpoint that has a server</source>
        <translation>“%1”不是有服务器的端点类型</translation>
    </message>
    <message>
        <source>its URL has to begin with http:// or https:// and hold no user, password or space</source>
        <translation>其网址须以 http:// 或 https:// 开头，且不含用户名、密码或空格</translation>
    </message>
    <message>
        <source>something answers there, but not as a model server: %1</source>
        <translation>那里有程序应答，但不是模型服务：%1</translation>
    </message>
    <message>
        <source>endpoints has to be a list</source>
        <translation>endpoints 须为列表</translation>
    </message>
    <message>
        <source>here has to be a map of keys and values</source>
        <translation>此处须为键和值的映射</translation>
    </message>
    <message>
        <source>there is no key &quot;%1&quot;; known are %2</source>
        <translation>没有键“%1”；可用的有 %2</translation>
    </message>
    <message>
        <source>there is no key &quot;%1&quot;, did you mean &quot;%2&quot;?; known are %3</source>
        <translation>没有键“%1”，是否指“%2”？可用的有 %3</translation>
    </message>
    <message>
        <source>here has to be a text</source>
        <translation>此处须为文本</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false</source>
        <translation>“%1”既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number from %2 to %3</source>
        <translation>“%1”不是 %2 到 %3 的整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number from %2 to %3</source>
        <translation>“%1”不是 %2 到 %3 的数</translation>
    </message>
    <message>
        <source>there are two endpoints &quot;%1&quot;</source>
        <translation>有两个端点“%1”</translation>
    </message>
    <message>
        <source>the name of an endpoint is made of letters, digits, dots, hyphens and underscores</source>
        <translation>端点名称由字母、数字、点、连字符和下划线组成</translation>
    </message>
    <message>
        <source>there is no kind &quot;%1&quot;; known are %2</source>
        <translation>没有类型“%1”；可用的有 %2</translation>
    </message>
    <message>
        <source>its url has to begin with http:// or https:// and hold no user, password or space</source>
        <translation>其 url 须以 http:// 或 https:// 开头，且不含用户名、密码或空格</translation>
    </message>
    <message>
        <source>the keychain&apos;s entry &quot;%1&quot; cannot be read: %2; use key: env:NAME instead</source>
        <translation>密钥串条目“%1”无法读取：%2；请改用 key: env:NAME</translation>
    </message>
    <message>
        <source>libsecret is not installed</source>
        <translation>没有安装 libsecret</translation>
    </message>
    <message>
        <source>libsecret is not of a version that is known</source>
        <translation>libsecret 的版本未知</translation>
    </message>
    <message>
        <source>no secret service answers</source>
        <translation>没有密钥服务应答</translation>
    </message>
    <message>
        <source>it is not there; store it in the window&apos;s endpoint dialog</source>
        <translation>它不存在；请在窗口的端点对话框中保存它</translation>
    </message>
    <message>
        <source>openai-completions takes text only, no images</source>
        <translation>openai-completions 只接受文本，不接受图像</translation>
    </message>
    <message>
        <source>the server lists no model; name one with --model</source>
        <translation>服务器没有列出模型，请用 --model 指定一个</translation>
    </message>
    <message>
        <source>the schema of the reply is not a JSON object</source>
        <translation>回复的 schema 不是 JSON 对象</translation>
    </message>
    <message>
        <source>this kind of endpoint needs the name of a model</source>
        <translation>这类端点需要模型名称</translation>
    </message>
    <message>
        <source>the built-in judges are a baseline without a model: they run on builtin:lexical</source>
        <translation>内置裁判是不用模型的基线：它们在 builtin:lexical 上运行</translation>
    </message>
    <message>
        <source>the stream ended before the reply did</source>
        <translation>数据流在回复结束之前中断</translation>
    </message>
    <message>
        <source>the model writes without end; lower max_tokens or give it a stop text</source>
        <translation>模型不停地输出；请减小 max_tokens 或设置停止文本</translation>
    </message>
    <message>
        <source>the model writes white space without end; switch structured output off for this judge</source>
        <translation>模型不停地输出空白；请为该裁判关闭结构化输出</translation>
    </message>
    <message>
        <source>the reply is not a JSON object</source>
        <translation>回复不是 JSON 对象</translation>
    </message>
    <message>
        <source>a piece of the reply is not a JSON object</source>
        <translation>回复的一部分不是 JSON 对象</translation>
    </message>
    <message>
        <source>the reply is empty</source>
        <translation>回复是空的</translation>
    </message>
    <message>
        <source>the reply is without an answer</source>
        <translation>回复中没有答案</translation>
    </message>
    <message>
        <source>the session has several runs; name the one that prefers with --run</source>
        <translation>会话有多个运行；请用 --run 指定给出偏好的那个</translation>
    </message>
    <message>
        <source>the formats are %1</source>
        <translation>可用的格式有 %1</translation>
    </message>
    <message>
        <source>did you mean %1? the formats are %2</source>
        <translation>是否指 %1？可用的格式有 %2</translation>
    </message>
    <message>
        <source>items changed while they were read</source>
        <translation>读取期间条目发生了变化</translation>
    </message>
    <message>
        <source>unknown name &quot;%1&quot;; known are %2tag:WORD and run(&quot;NAME&quot;).label</source>
        <translation>未知名称“%1”；可用的有 %2tag:WORD 和 run(&quot;NAME&quot;).label</translation>
    </message>
    <message>
        <source>unknown name &quot;%1&quot;, did you mean &quot;%2&quot;? known are %3tag:WORD and run(&quot;NAME&quot;).label</source>
        <translation>未知名称“%1”，是否指“%2”？可用的有 %3tag:WORD 和 run(&quot;NAME&quot;).label</translation>
    </message>
    <message>
        <source>&quot;and&quot;, &quot;or&quot; or the end is expected here</source>
        <translation>此处应为“and”、“or”或结尾</translation>
    </message>
    <message>
        <source>parentheses are nested too deeply</source>
        <translation>括号嵌套太深</translation>
    </message>
    <message>
        <source>the parenthesis of column %1 is not closed</source>
        <translation>第 %1 列的括号没有闭合</translation>
    </message>
    <message>
        <source>a filter has at most 400 conditions</source>
        <translation>筛选最多有 400 个条件</translation>
    </message>
    <message>
        <source>a comparison is expected here: ==, !=, &lt;, &lt;=, &gt;, &gt;= or ~</source>
        <translation>此处应为比较：==、!=、&lt;、&lt;=、&gt;、&gt;= 或 ~</translation>
    </message>
    <message>
        <source>a name, a number or a text in quotes is expected here</source>
        <translation>此处应为名称、数字或带引号的文本</translation>
    </message>
    <message>
        <source>a key is expected here, as in metadata.source</source>
        <translation>此处应为键，如 metadata.source</translation>
    </message>
    <message>
        <source>metadata needs a key, as in metadata.source</source>
        <translation>metadata 需要一个键，如 metadata.source</translation>
    </message>
    <message>
        <source>a name in parentheses and quotes is expected here: (&quot;name&quot;)</source>
        <translation>此处应为括号和引号中的名称：(&quot;name&quot;)</translation>
    </message>
    <message>
        <source>what of the run? as in run(&quot;name&quot;).label</source>
        <translation>要运行的什么？如 run(&quot;name&quot;).label</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not belong to a run</source>
        <translation>“%1”不属于运行</translation>
    </message>
    <message>
        <source>abs() takes a name, as in abs(margin)</source>
        <translation>abs() 接受名称，如 abs(margin)</translation>
    </message>
    <message>
        <source>abs() takes a number, and &quot;%1&quot; is none</source>
        <translation>abs() 接受数字，而“%1”不是</translation>
    </message>
    <message>
        <source>a closing parenthesis is expected here</source>
        <translation>此处应为右括号</translation>
    </message>
    <message>
        <source>one side of a comparison must be a name</source>
        <translation>比较的一边须为名称</translation>
    </message>
    <message>
        <source>the name stands left of ~, the text right of it</source>
        <translation>名称写在 ~ 左边，文本写在右边</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is compared with a text in quotes only</source>
        <translation>“%1”只能与带引号的文本比较</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is searched with ~, as in %1 ~ &quot;word&quot;</source>
        <translation>“%1”用 ~ 搜索，如 %1 ~ &quot;word&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is compared with ==, != or ~</source>
        <translation>“%1”用 ==、!= 或 ~ 比较</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a number, and ~ looks into texts</source>
        <translation>“%1”是数字，而 ~ 在文本中查找</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a number: write it without quotes</source>
        <translation>“%1”是数字：请不要加引号</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no outcome; they are %2</source>
        <translation>“%1”不是调用结果；可用的有 %2</translation>
    </message>
    <message>
        <source>write == to compare</source>
        <translation>比较请写 ==</translation>
    </message>
    <message>
        <source>&quot;%1&quot; means nothing here</source>
        <translation>“%1”在此处没有意义</translation>
    </message>
    <message>
        <source>tag: needs a word, as in tag:unclear</source>
        <translation>tag: 需要一个词，如 tag:unclear</translation>
    </message>
    <message>
        <source>the text has no closing quote</source>
        <translation>文本缺少右引号</translation>
    </message>
    <message>
        <source>this is not a number; texts stand in quotes</source>
        <translation>这不是数字；文本须加引号</translation>
    </message>
    <message>
        <source>&quot;%1&quot; speaks of a run&apos;s verdicts, and no run is chosen</source>
        <translation>“%1”说的是运行的结论，而没有选择运行</translation>
    </message>
    <message>
        <source>there is no run &quot;%1&quot;: %2</source>
        <translation>没有运行“%1”：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; speaks of a run&apos;s verdicts, and the session has no runs</source>
        <translation>“%1”说的是运行的结论，而会话没有运行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; speaks of a run&apos;s verdicts, and the session has %2 runs: choose one with --run, or write run(&quot;NAME&quot;).%1</source>
        <translation>“%1”说的是运行的结论，而会话有 %2 个运行：请用 --run 选择一个，或写 run(&quot;NAME&quot;).%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands alone: it is not compared with anything</source>
        <translation>“%1”单独使用：不与任何内容比较</translation>
    </message>
    <message>
        <source>its records have instruction, output_1 and output_2</source>
        <translation>其记录含有 instruction、output_1 和 output_2</translation>
    </message>
    <message>
        <source>its records have instruction, output and generator</source>
        <translation>其记录含有 instruction、output 和 generator</translation>
    </message>
    <message>
        <source>its preference is none from 1 to 2; the item was imported without it</source>
        <translation>其偏好不在 1 到 2 之间；导入条目时未带此偏好</translation>
    </message>
    <message>
        <source>it is an SQLite file, as sessions are</source>
        <translation>它是 SQLite 文件，与会话一样</translation>
    </message>
    <message>
        <source>its first line is the header of a session&apos;s export</source>
        <translation>其第一行是会话导出文件的头部</translation>
    </message>
    <message>
        <source>a session has to be named as a file</source>
        <translation>会话须以文件形式指定</translation>
    </message>
    <message>
        <source>its records have prompt, &quot;response 1&quot; and &quot;response 2&quot;</source>
        <translation>其记录含有 prompt、“response 1”和“response 2”</translation>
    </message>
    <message>
        <source>its records have scenario, prompt, response and critiques</source>
        <translation>其记录含有 scenario、prompt、response 和 critiques</translation>
    </message>
    <message>
        <source>its records have output and nothing else, as Auto-J&apos;s outputs have</source>
        <translation>其记录只含 output，与 Auto-J 的输出一样</translation>
    </message>
    <message>
        <source>label is none of 0, 1 and 2: %1</source>
        <translation>label 不是 0、1 或 2：%1</translation>
    </message>
    <message>
        <source>its records have capability, task, input and score_rubric</source>
        <translation>其记录含有 capability、task、input 和 score_rubric</translation>
    </message>
    <message>
        <source>it begins neither like JSON records nor like a table</source>
        <translation>其开头既不像 JSON 记录，也不像表格</translation>
    </message>
    <message>
        <source>its fields are %1</source>
        <translation>其字段有 %1</translation>
    </message>
    <message>
        <source>it is in no format that is known (%1): %2; name the format with --format, or the fields with --map</source>
        <translation>它不是任何已知的格式（%1）：%2；请指定格式（--format）或字段（--map）</translation>
    </message>
    <message>
        <source>its records have passage, question, answer and label</source>
        <translation>其记录含有 passage、question、answer 和 label</translation>
    </message>
    <message>
        <source>the label &quot;%1&quot; is neither PASS nor FAIL; the item was imported without it</source>
        <translation>标签“%1”既不是 PASS 也不是 FAIL；导入条目时未带此标签</translation>
    </message>
    <message>
        <source>no item with the id %1 is in the session; import the items first</source>
        <translation>会话中没有编号为 %1 的条目；请先导入条目</translation>
    </message>
    <message>
        <source>the id %1 is taken by an item with other content</source>
        <translation>编号 %1 已被内容不同的条目占用</translation>
    </message>
    <message>
        <source>the fields of the format %1 are fixed</source>
        <translation>格式 %1 的字段是固定的</translation>
    </message>
    <message>
        <source>the fields of %1 are %2</source>
        <translation>%1 的字段有 %2</translation>
    </message>
    <message>
        <source>it holds no record</source>
        <translation>其中没有记录</translation>
    </message>
    <message>
        <source>none of its rows can be used; line %1: %2</source>
        <translation>没有可用的行；第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 holds a NUL character</source>
        <translation>%1 含有 NUL 字符</translation>
    </message>
    <message>
        <source>%1 is an empty list</source>
        <translation>%1 是空列表</translation>
    </message>
    <message>
        <source>prompt is missing</source>
        <translation>缺少 prompt</translation>
    </message>
    <message>
        <source>%1 is neither a data: URL nor a path</source>
        <translation>%1 既不是 data: 网址，也不是路径</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1: entry %2 is not a text</source>
        <translation>%1：第 %2 项不是文本</translation>
    </message>
    <message>
        <source>annotators is not an object from name to label</source>
        <translation>annotators 不是从姓名到标签的对象</translation>
    </message>
    <message>
        <source>annotators: a name is empty or holds a NUL character</source>
        <translation>annotators：有姓名为空或含有 NUL 字符</translation>
    </message>
    <message>
        <source>the label %1 of %2 is none that is known; the item was imported without it</source>
        <translation>%2 的标签 %1 无法识别；导入条目时未带此标签</translation>
    </message>
    <message>
        <source>its records have pair_id, question, response_A, response_B and judgments</source>
        <translation>其记录含有 pair_id、question、response_A、response_B 和 judgments</translation>
    </message>
    <message>
        <source>its records have pair_id, question, response_A and response_B</source>
        <translation>其记录含有 pair_id、question、response_A 和 response_B</translation>
    </message>
    <message>
        <source>judgments is not a list with at least one entry</source>
        <translation>judgments 不是至少有一项的列表</translation>
    </message>
    <message>
        <source>it has %1 judgments; the first two were imported</source>
        <translation>它有 %1 个 judgments；导入了前两个</translation>
    </message>
    <message>
        <source>label is neither A&gt;B nor B&gt;A: %1</source>
        <translation>label 既不是 A&gt;B 也不是 B&gt;A：%1</translation>
    </message>
    <message>
        <source>its records have question_body, answer1_body, answer2_body and pred_text</source>
        <translation>其记录含有 question_body、answer1_body、answer2_body 和 pred_text</translation>
    </message>
    <message>
        <source>its records have question_body, answer1_body and answer2_body</source>
        <translation>其记录含有 question_body、answer1_body 和 answer2_body</translation>
    </message>
    <message>
        <source>reference.text is not a text</source>
        <translation>reference.text 不是文本</translation>
    </message>
    <message>
        <source>it is an object with models, and examples with output_text_a and output_text_b</source>
        <translation>它是含有 models 的对象，其 examples 含有 output_text_a 和 output_text_b</translation>
    </message>
    <message>
        <source>its records have input, output_1, output_2, label and an evaluator&apos;s results</source>
        <translation>其记录含有 input、output_1、output_2、label 和评估者的 results</translation>
    </message>
    <message>
        <source>its records have input, output_1, output_2 and label</source>
        <translation>其记录含有 input、output_1、output_2 和 label</translation>
    </message>
    <message>
        <source>results is not a list with at least one entry</source>
        <translation>results 不是至少有一项的列表</translation>
    </message>
    <message>
        <source>the last of the results has neither &quot;swap = False&quot; nor &quot;swap = True&quot;</source>
        <translation>results 的最后一项既没有“swap = False”，也没有“swap = True”</translation>
    </message>
    <message>
        <source>label is neither 1 nor 2: %1</source>
        <translation>label 既不是 1 也不是 2：%1</translation>
    </message>
    <message>
        <source>its records have question_id, model_a, model_b, winner, conversations and turn</source>
        <translation>其记录含有 question_id、model_a、model_b、winner、conversations 和 turn</translation>
    </message>
    <message>
        <source>its records have question_id, model_1, model_2, g1_winner and g2_winner</source>
        <translation>其记录含有 question_id、model_1、model_2、g1_winner 和 g2_winner</translation>
    </message>
    <message>
        <source>its records have question_id, model, judge, judgment, score and turn</source>
        <translation>其记录含有 question_id、model、judge、judgment、score 和 turn</translation>
    </message>
    <message>
        <source>turn is neither 1 nor 2: %1</source>
        <translation>turn 既不是 1 也不是 2：%1</translation>
    </message>
    <message>
        <source>%1 is not a list of messages</source>
        <translation>%1 不是消息列表</translation>
    </message>
    <message>
        <source>%1 has %2 questions and %3 answers</source>
        <translation>%1 有 %2 个问题和 %3 个回答</translation>
    </message>
    <message>
        <source>winner is none of model_a, model_b and tie: %1</source>
        <translation>winner 不是 model_a、model_b 或 tie：%1</translation>
    </message>
    <message>
        <source>its records have question_id, category and turns that are texts</source>
        <translation>其记录含有 question_id、category 和文本形式的 turns</translation>
    </message>
    <message>
        <source>its records have prompt and a list of responses</source>
        <translation>其记录含有 prompt 和回答列表</translation>
    </message>
    <message>
        <source>responses is not a list of 1 to 26 texts</source>
        <translation>responses 不是含 1 到 26 个文本的列表</translation>
    </message>
    <message>
        <source>responses: entry %1 is not a text</source>
        <translation>responses：第 %1 项不是文本</translation>
    </message>
    <message>
        <source>the label &quot;%1&quot; names none of the responses; the item was imported without it</source>
        <translation>标签“%1”不指任何回答；导入条目时未带此标签</translation>
    </message>
    <message>
        <source>its records have prompt, response_A and response_B</source>
        <translation>其记录含有 prompt、response_A 和 response_B</translation>
    </message>
    <message>
        <source>the label &quot;%1&quot; is none of A&gt;B, B&gt;A, A=B, A=B (both bad) or their usual spellings; the item was imported without it</source>
        <translation>标签“%1”不是 A&gt;B、B&gt;A、A=B、A=B (both bad) 或它们的常见写法；导入条目时未带此标签</translation>
    </message>
    <message>
        <source>its records have idx, instruction, response1 and response2</source>
        <translation>其记录含有 idx、instruction、response1 和 response2</translation>
    </message>
    <message>
        <source>its records have idx and gpt_result</source>
        <translation>其记录含有 idx 和 gpt_result</translation>
    </message>
    <message>
        <source>%1 is none of 0, 1 and 2: %2</source>
        <translation>%1 不是 0、1 或 2：%2</translation>
    </message>
    <message>
        <source>idx is empty</source>
        <translation>idx 为空</translation>
    </message>
    <message>
        <source>its records have instruction, gpt4_score and gpt4_feedback</source>
        <translation>其记录含有 instruction、gpt4_score 和 gpt4_feedback</translation>
    </message>
    <message>
        <source>its records have orig_instruction, orig_response and orig_criteria</source>
        <translation>其记录含有 orig_instruction、orig_response 和 orig_criteria</translation>
    </message>
    <message>
        <source>its records have orig_instruction, orig_response_A and orig_response_B</source>
        <translation>其记录含有 orig_instruction、orig_response_A 和 orig_response_B</translation>
    </message>
    <message>
        <source>gpt4_score is not a list</source>
        <translation>gpt4_score 不是列表</translation>
    </message>
    <message>
        <source>instruction lacks the section of the instruction or the response to evaluate</source>
        <translation>instruction 缺少指令部分或待评回答部分</translation>
    </message>
    <message>
        <source>orig_preference &quot;%1&quot; is neither A nor B</source>
        <translation>orig_preference“%1”既不是 A 也不是 B</translation>
    </message>
    <message>
        <source>its records have prompt, lists of chosen and rejected, and num_correct, as RewardBench 2 has</source>
        <translation>其记录含有 prompt、chosen 和 rejected 列表以及 num_correct，与 RewardBench 2 一样</translation>
    </message>
    <message>
        <source>its records have prompt, chosen, rejected and subset</source>
        <translation>其记录含有 prompt、chosen、rejected 和 subset</translation>
    </message>
    <message>
        <source>its records have prompt, chosen and rejected</source>
        <translation>其记录含有 prompt、chosen 和 rejected</translation>
    </message>
    <message>
        <source>%1 responses; a judge is shown %2 at most</source>
        <translation>有 %1 个回答；最多向裁判展示 %2 个</translation>
    </message>
    <message>
        <source>its records have prompt, and lists of texts as chosen and rejected</source>
        <translation>其记录含有 prompt，且 chosen 和 rejected 是文本列表</translation>
    </message>
    <message>
        <source>chosen has %1 texts and rejected %2; each should have 3, one of each style</source>
        <translation>chosen 有 %1 个文本，rejected 有 %2 个；应各有 3 个，每种风格一个</translation>
    </message>
    <message>
        <source>%1 is a list or an object, not a text</source>
        <translation>%1 是列表或对象，不是文本</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, more than %3</source>
        <translation>%1 有 %2 字节，超过 %3</translation>
    </message>
    <message>
        <source>%1 is neither PNG, JPEG, GIF nor WebP</source>
        <translation>%1 不是 PNG、JPEG、GIF 或 WebP</translation>
    </message>
    <message>
        <source>%1 is no data: URL with base64</source>
        <translation>%1 不是 base64 的 data: 网址</translation>
    </message>
    <message>
        <source>%1 is a link; links are not followed</source>
        <translation>%1 是链接；不会打开链接</translation>
    </message>
    <message>
        <source>%1 is a path, and this input has no folder</source>
        <translation>%1 是路径，而此输入没有所在文件夹</translation>
    </message>
    <message>
        <source>%1 does not lie in the folder of the file</source>
        <translation>%1 不在文件所在的文件夹中</translation>
    </message>
    <message>
        <source>there is no file %1 in the folder of the file</source>
        <translation>文件所在的文件夹中没有文件 %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 无法读取：%2</translation>
    </message>
    <message>
        <source>not UTF-8; if the file is Latin-1, convert it first: iconv -f LATIN1 -t UTF-8</source>
        <translation>不是 UTF-8；如果文件是 Latin-1，请先转换：iconv -f LATIN1 -t UTF-8</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>嵌套太深</translation>
    </message>
    <message>
        <source>a control character (line end or NUL) stands inside a string</source>
        <translation>字符串中有控制字符（换行或 NUL）</translation>
    </message>
    <message>
        <source>a string does not end</source>
        <translation>有字符串没有结束</translation>
    </message>
    <message>
        <source>a string holds an escape that means nothing</source>
        <translation>字符串中有无意义的转义</translation>
    </message>
    <message>
        <source>a number is malformed or too large</source>
        <translation>有数字格式不正确或太大</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translation>不是有效的 JSON</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>not an object with named fields</source>
        <translation>不是带有命名字段的对象</translation>
    </message>
    <message>
        <source>%1 cells under a header of %2</source>
        <translation>表头有 %2 列，此行有 %1 个单元格</translation>
    </message>
    <message>
        <source>its records have prompt and response</source>
        <translation>其记录含有 prompt 和 response</translation>
    </message>
    <message>
        <source>score is not a number: %1</source>
        <translation>score 不是数字：%1</translation>
    </message>
    <message>
        <source>its records have session_id, model_test and score</source>
        <translation>其记录含有 session_id、model_test 和 score</translation>
    </message>
    <message>
        <source>session_id is empty</source>
        <translation>session_id 为空</translation>
    </message>
    <message>
        <source>the judge has no such version; &quot;judges list&quot; shows them</source>
        <translation>该裁判没有这个版本；“judges list”会列出各版本</translation>
    </message>
    <message>
        <source>no judge has this name; &quot;judges list&quot; shows them</source>
        <translation>没有叫这个名字的裁判；“judges list”会列出全部裁判</translation>
    </message>
    <message>
        <source>no judge has this name; is it &quot;%1&quot;?</source>
        <translation>没有叫这个名字的裁判；是否指“%1”？</translation>
    </message>
    <message>
        <source>name, type and prompt_template are needed, as texts</source>
        <translation>需要文本形式的 name、type 和 prompt_template</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>它不是 JSON 对象</translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation>它不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>it holds control characters, as no prompt does</source>
        <translation>其中有控制字符，提示中不会有</translation>
    </message>
    <message>
        <source>its text cannot hold &quot;{{&quot;, which begins a variable</source>
        <translation>其文本不能含有“{{”，那是变量的开头</translation>
    </message>
    <message>
        <source>the judge has no messages</source>
        <translation>该裁判没有消息</translation>
    </message>
    <message>
        <source>the item has %1 response(s), a pair is needed</source>
        <translation>条目有 %1 个回答，需要一对</translation>
    </message>
    <message>
        <source>presentation %1: the item has %2 response(s)</source>
        <translation>呈现顺序 %1：条目有 %2 个回答</translation>
    </message>
    <message>
        <source>presentation %1: a response stands there twice</source>
        <translation>呈现顺序 %1：有回答出现两次</translation>
    </message>
    <message>
        <source>the presentation is empty</source>
        <translation>呈现顺序为空</translation>
    </message>
    <message>
        <source>the judge requires a reference, the item has none</source>
        <translation>该裁判需要参考答案，而条目没有</translation>
    </message>
    <message>
        <source>message %1, %2: %3</source>
        <translation>第 %1 条消息，%2：%3</translation>
    </message>
    <message>
        <source>%1; is it &quot;%2&quot;?</source>
        <translation>%1；是否指“%2”？</translation>
    </message>
    <message>
        <source>its sections repeat each other without end</source>
        <translation>其各节无限地互相重复</translation>
    </message>
    <message>
        <source>unknown variable &quot;%1&quot;</source>
        <translation>未知变量“%1”</translation>
    </message>
    <message>
        <source>unknown partial &quot;%1&quot;</source>
        <translation>未知片段“%1”</translation>
    </message>
    <message>
        <source>it does not answer what %1 answers, so that they cannot vote together</source>
        <translation>它回答的不是 %1 所回答的，因此不能一起投票</translation>
    </message>
    <message>
        <source>the scale of its scores is not known</source>
        <translation>其评分的范围未知</translation>
    </message>
    <message>
        <source>it needs two members or more</source>
        <translation>它至少需要两个成员</translation>
    </message>
    <message>
        <source>no run and no annotator has this name</source>
        <translation>没有叫这个名字的运行或标注者</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not %2</source>
        <translation>“%1”不是 %2</translation>
    </message>
    <message>
        <source>there is no such setting of figures</source>
        <translation>没有这样的指标设置</translation>
    </message>
    <message>
        <source>it was ended by signal %1 (%2)</source>
        <translation>它被信号 %1（%2）终止</translation>
    </message>
    <message>
        <source>it ended with status %1</source>
        <translation>它以状态 %1 结束</translation>
    </message>
    <message>
        <source>%1; it said last: %2</source>
        <translation>%1；它最后写道：%2</translation>
    </message>
    <message>
        <source>choose the file of a model</source>
        <translation>请选择模型文件</translation>
    </message>
    <message>
        <source>it is not a GGUF file, which is the form that llama-server reads</source>
        <translation>它不是 GGUF 文件，而 llama-server 读取的是这种格式</translation>
    </message>
    <message>
        <source>calls at the same time: 1 to 1024</source>
        <translation>同时进行的调用：1 到 1024</translation>
    </message>
    <message>
        <source>the context cannot be negative</source>
        <translation>上下文长度不能为负</translation>
    </message>
    <message>
        <source>ports go from 1 to 65535</source>
        <translation>端口号为 1 到 65535</translation>
    </message>
    <message>
        <source>this port and those after it are taken; choose another</source>
        <translation>该端口及其后的端口都被占用；请另选一个</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>已被停止</translation>
    </message>
    <message>
        <source>it judges single responses, which have no order</source>
        <translation>它评判单个回答，没有顺序可言</translation>
    </message>
    <message>
        <source>it has no fixed criteria whose order could be changed</source>
        <translation>它没有可以改变顺序的固定准则</translation>
    </message>
    <message>
        <source>it needs the texts id and text, and what else it has is of another type</source>
        <translation>它需要文本 id 和 text，而其余内容的类型不对</translation>
    </message>
    <message>
        <source>no item &quot;%1&quot;</source>
        <translation>没有条目“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no order of the item&apos;s responses</source>
        <translation>“%1”不是该条目回答的顺序</translation>
    </message>
    <message>
        <source>there is no such kind of endpoint</source>
        <translation>没有这类端点</translation>
    </message>
    <message>
        <source>a limit on costs needs the endpoint&apos;s price, which is not known</source>
        <translation>费用上限需要端点的价格，而价格未知</translation>
    </message>
    <message>
        <source>it is not in the session</source>
        <translation>它不在会话中</translation>
    </message>
    <message>
        <source>it belongs to another judge version or endpoint</source>
        <translation>它属于另一个裁判版本或端点</translation>
    </message>
    <message>
        <source>a try on a server needs a network client</source>
        <translation>在服务器上试评需要网络客户端</translation>
    </message>
    <message>
        <source>it names no annotator</source>
        <translation>其中没有标注者</translation>
    </message>
    <message>
        <source>there is no such item</source>
        <translation>没有这个条目</translation>
    </message>
    <message>
        <source>the file was moved, removed or replaced while it was open</source>
        <translation>文件在打开期间被移动、删除或替换</translation>
    </message>
    <message>
        <source>%1 writes it</source>
        <translation>%1 正在写入它</translation>
    </message>
    <message>
        <source>no item has this id</source>
        <translation>没有条目有此编号</translation>
    </message>
    <message>
        <source>an item has at most 1,048,575 turns, responses or images</source>
        <translation>一个条目最多有 1,048,575 个轮次、回答或图像</translation>
    </message>
    <message>
        <source>an item with this identity was neither there nor added</source>
        <translation>有此身份的条目既不存在，也未被添加</translation>
    </message>
    <message>
        <source>there is no such import</source>
        <translation>没有这次导入</translation>
    </message>
    <message>
        <source>there is nothing to merge</source>
        <translation>没有可合并的内容</translation>
    </message>
    <message>
        <source>the file exists already</source>
        <translation>文件已经存在</translation>
    </message>
    <message>
        <source>no Assize wrote its schema version</source>
        <translation>其 schema 版本不是任何 Assize 写入的</translation>
    </message>
    <message>
        <source>the row does not say which item it belongs to</source>
        <translation>该行没有说明属于哪个条目</translation>
    </message>
    <message>
        <source>the judge of this run does not stand before it</source>
        <translation>该运行的裁判没有出现在它之前</translation>
    </message>
    <message>
        <source>the item of this row was not imported</source>
        <translation>该行的条目没有导入</translation>
    </message>
    <message>
        <source>the run of this row is missing</source>
        <translation>缺少该行的运行</translation>
    </message>
    <message>
        <source>the row belongs to no item</source>
        <translation>该行不属于任何条目</translation>
    </message>
    <message>
        <source>its definition cannot be read: %1 %2</source>
        <translation>其定义无法读取：%1 %2</translation>
    </message>
    <message>
        <source>the session has no runs</source>
        <translation>会话没有运行</translation>
    </message>
    <message>
        <source>the runs are: %1</source>
        <translation>现有运行：%1</translation>
    </message>
    <message>
        <source>its judge version is not in the session</source>
        <translation>其裁判版本不在会话中</translation>
    </message>
    <message>
        <source>there is no such run</source>
        <translation>没有这个运行</translation>
    </message>
    <message>
        <source>a run needs a name</source>
        <translation>运行需要名称</translation>
    </message>
    <message>
        <source>another run has this name</source>
        <translation>另一个运行已用此名称</translation>
    </message>
    <message>
        <source>its %1 %2 is not what an Assize session has</source>
        <translation>其 %1 %2 与 Assize 会话的不符</translation>
    </message>
    <message>
        <source>it holds a %1 that no Assize makes: %2</source>
        <translation>其中有任何 Assize 都不会创建的 %1：%2</translation>
    </message>
    <message>
        <source>it is open for reading only</source>
        <translation>它以只读方式打开</translation>
    </message>
    <message>
        <source>it is the session itself</source>
        <translation>它就是会话本身</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>it is not a SQLite file</source>
        <translation>它不是 SQLite 文件</translation>
    </message>
    <message>
        <source>it is a SQLite file of another program</source>
        <translation>它是其他程序的 SQLite 文件</translation>
    </message>
    <message>
        <source>its schema version is %1, this program knows %2</source>
        <translation>其 schema 版本是 %1，本程序支持 %2</translation>
    </message>
    <message>
        <source>it ends before its last page: a copy was cut short</source>
        <translation>它在最后一页之前结束：复制被中断过</translation>
    </message>
    <message>
        <source>it has no header</source>
        <translation>它没有文件头</translation>
    </message>
    <message>
        <source>it has more criteria than a session can hold</source>
        <translation>其准则多于会话所能容纳的数量</translation>
    </message>
    <message>
        <source>it has items already</source>
        <translation>其中已有条目</translation>
    </message>
    <message>
        <source>something else has it open</source>
        <translation>它正被别的程序打开</translation>
    </message>
    <message>
        <source>the session is closing</source>
        <translation>会话正在关闭</translation>
    </message>
    <message>
        <source>the disk failed</source>
        <translation>磁盘出错</translation>
    </message>
    <message>
        <source>the disk is full or failed</source>
        <translation>磁盘已满或出错</translation>
    </message>
    <message>
        <source>there is an endpoint of that name</source>
        <translation>已有同名的端点</translation>
    </message>
    <message>
        <source>no endpoint has that name any more</source>
        <translation>已没有该名称的端点</translation>
    </message>
    <message>
        <source>it lists no model: name one</source>
        <translation>它没有列出模型：请指定一个</translation>
    </message>
    <message>
        <source>it has several models: name one</source>
        <translation>它有多个模型：请指定一个</translation>
    </message>
    <message>
        <source>TLS: its certificate is for another host; the endpoint&apos;s URL has to have the name that it is for</source>
        <translation>TLS：其证书属于另一台主机；端点的网址须使用证书上的名称</translation>
    </message>
    <message>
        <source>TLS: its certificate is out of date; it has to be renewed on the server, or the clock here is wrong</source>
        <translation>TLS：其证书已过期；须在服务器上更新，或者这里的时钟不对</translation>
    </message>
    <message>
        <source>TLS: %1; SSL_CERT_FILE and SSL_CERT_DIR have to name what is there</source>
        <translation>TLS：%1；SSL_CERT_FILE 和 SSL_CERT_DIR 须指向存在的文件</translation>
    </message>
    <message>
        <source>its records have model_a, model_b, winner and both conversations, as Chatbot Arena&apos;s have</source>
        <translation>其记录含有 model_a、model_b、winner 和两段对话，与 Chatbot Arena 的一样</translation>
    </message>
    <message>
        <source>its records have prompt, response_a, response_b, winner_model_a and winner_model_b</source>
        <translation>其记录含有 prompt、response_a、response_b、winner_model_a 和 winner_model_b</translation>
    </message>
    <message>
        <source>its records have prompt, response_a, response_b, model_a, model_b and winner</source>
        <translation>其记录含有 prompt、response_a、response_b、model_a、model_b 和 winner</translation>
    </message>
    <message>
        <source>%1 is not a list of texts</source>
        <translation>%1 不是文本列表</translation>
    </message>
    <message>
        <source>the winner is none of model_a, model_b, tie and both bad; the item was imported without it</source>
        <translation>winner 不是 model_a、model_b、tie 或 both bad；导入条目时未带此标签</translation>
    </message>
    <message>
        <source>its records have input, preferred_output and non_preferred_output</source>
        <translation>其记录含有 input、preferred_output 和 non_preferred_output</translation>
    </message>
    <message>
        <source>its records have lists of messages as chosen and rejected</source>
        <translation>其记录的 chosen 和 rejected 是消息列表</translation>
    </message>
    <message>
        <source>its records have a list of messages</source>
        <translation>其记录含有消息列表</translation>
    </message>
    <message>
        <source>%1 is not one message of the assistant</source>
        <translation>%1 不是一条 assistant 的消息</translation>
    </message>
    <message>
        <source>input.messages is not a list of messages</source>
        <translation>input.messages 不是消息列表</translation>
    </message>
    <message>
        <source>the conversation does not end with an answer</source>
        <translation>对话没有以回答结尾</translation>
    </message>
    <message>
        <source>the conversation ends with %1 answers, not with one or two</source>
        <translation>对话以 %1 个回答结尾，而不是一个或两个</translation>
    </message>
    <message>
        <source>a conversation does not end with an answer</source>
        <translation>有对话没有以回答结尾</translation>
    </message>
    <message>
        <source>chosen and rejected differ before their last message</source>
        <translation>chosen 和 rejected 在最后一条消息之前就不同</translation>
    </message>
    <message>
        <source>its records have transcripts of Human and Assistant as chosen and rejected</source>
        <translation>其记录的 chosen 和 rejected 是 Human 与 Assistant 的对话记录</translation>
    </message>
    <message>
        <source>a transcript does not begin with Human</source>
        <translation>有对话记录不是以 Human 开头</translation>
    </message>
    <message>
        <source>the transcripts have no question in common</source>
        <translation>两段对话记录没有共同的问题</translation>
    </message>
    <message>
        <source>the file ends before the item %1, and rows join items by their line: if one is missing above, those after it stand beside the wrong items</source>
        <translation>文件在条目 %1 之前结束，而各行按行号对应条目：如果前面缺了一行，其后的行就会对应到错误的条目</translation>
    </message>
    <message>
        <source>models stands behind examples, too late to name theirs</source>
        <translation>models 出现在 examples 之后，来不及说明其模型</translation>
    </message>
    <message>
        <source>its records have question_id, model_id and choices, as reference answers have</source>
        <translation>其记录含有 question_id、model_id 和 choices，与参考答案一样</translation>
    </message>
    <message>
        <source>these are a model&apos;s answers; reference answers stand in a folder or file named after them</source>
        <translation>这些是模型的回答；参考答案应放在以其命名的文件夹或文件中</translation>
    </message>
    <message>
        <source>a reference answer is no item; name the questions or votes in the same call</source>
        <translation>参考答案不是条目；请在同一次导入中指定问题或投票</translation>
    </message>
    <message>
        <source>its YAML documents hold a rubric judge&apos;s verdicts</source>
        <translation>其 YAML 文档含有评分标准裁判的结论</translation>
    </message>
    <message>
        <source>its records have prompt, response_A, response_B and Nova&apos;s metrics</source>
        <translation>其记录含有 prompt、response_A、response_B 和 Nova 的 metrics</translation>
    </message>
    <message>
        <source>its records have Nova&apos;s metrics, without the texts</source>
        <translation>其记录含有 Nova 的 metrics，但没有文本</translation>
    </message>
    <message>
        <source>metrics is no verdict of Nova&apos;s judge</source>
        <translation>metrics 不是 Nova 裁判的结论</translation>
    </message>
    <message>
        <source>not valid YAML</source>
        <translation>不是有效的 YAML</translation>
    </message>
    <message>
        <source>it holds no verdict</source>
        <translation>其中没有结论</translation>
    </message>
    <message>
        <source>a text holds a NUL character</source>
        <translation>有文本含有 NUL 字符</translation>
    </message>
    <message>
        <source>presentation is no order of the responses</source>
        <translation>presentation 不是回答的顺序</translation>
    </message>
    <message>
        <source>its request is not at hand; name the file of the requests in the same call</source>
        <translation>找不到对应的请求；请在同一次导入中指定请求文件</translation>
    </message>
    <message>
        <source>its records have custom_id, method, url and body, as requests of a batch</source>
        <translation>其记录含有 custom_id、method、url 和 body，与批处理的请求一样</translation>
    </message>
    <message>
        <source>its records have custom_id, response and error, as replies of a batch</source>
        <translation>其记录含有 custom_id、response 和 error，与批处理的回复一样</translation>
    </message>
    <message>
        <source>the request failed: %1</source>
        <translation>请求失败：%1</translation>
    </message>
    <message>
        <source>it is an object with results, each with prompt, provider, vars and success</source>
        <translation>它是含有 results 的对象，每项含有 prompt、provider、vars 和 success</translation>
    </message>
    <message>
        <source>its records have prompt, provider, vars and success</source>
        <translation>其记录含有 prompt、provider、vars 和 success</translation>
    </message>
    <message>
        <source>prompt holds a NUL character</source>
        <translation>prompt 含有 NUL 字符</translation>
    </message>
    <message>
        <source>response.output is missing</source>
        <translation>缺少 response.output</translation>
    </message>
    <message>
        <source>response.output holds a NUL character</source>
        <translation>response.output 含有 NUL 字符</translation>
    </message>
    <message>
        <source>it has test_data, as requests for a calibration have</source>
        <translation>它含有 test_data，与校准请求一样</translation>
    </message>
    <message>
        <source>its rows are lists that begin with a score: score, output and input; where the input comes second, map prompt to 1 and response to 2</source>
        <translation>其各行是以得分开头的列表：得分、输出和输入；如果输入在第二位，请把 prompt 映射到 1、response 映射到 2</translation>
    </message>
    <message>
        <source>the %1 is not a text</source>
        <translation>%1 不是文本</translation>
    </message>
    <message>
        <source>the expected score is no number from 0 to 1%1</source>
        <translation>预期得分不是 0 到 1 的数%1</translation>
    </message>
    <message>
        <source>the output is missing</source>
        <translation>缺少输出</translation>
    </message>
    <message>
        <source>test_data is missing or not a list</source>
        <translation>缺少 test_data，或它不是列表</translation>
    </message>
    <message>
        <source>row %1 of test_data: %2</source>
        <translation>test_data 的第 %1 行：%2</translation>
    </message>
    <message>
        <source>test_data is empty</source>
        <translation>test_data 为空</translation>
    </message>
    <message>
        <source>%1 is not a list</source>
        <translation>%1 不是列表</translation>
    </message>
    <message>
        <source>its records have instruction, models and a list of completions</source>
        <translation>其记录含有 instruction、models 和 completions 列表</translation>
    </message>
    <message>
        <source>its records have lists of messages as chosen and rejected, with score_chosen and score_rejected</source>
        <translation>其记录的 chosen 和 rejected 是消息列表，并含有 score_chosen 和 score_rejected</translation>
    </message>
    <message>
        <source>completions is not a list of 1 to 26 answers</source>
        <translation>completions 不是含 1 到 26 个回答的列表</translation>
    </message>
    <message>
        <source>completions: entry %1 is not a text</source>
        <translation>completions：第 %1 项不是文本</translation>
    </message>
    <message>
        <source>sample is no whole number from 1</source>
        <translation>sample 不是从 1 开始的整数</translation>
    </message>
    <message>
        <source>scale_min and scale_max are no scale</source>
        <translation>scale_min 和 scale_max 不构成评分范围</translation>
    </message>
    <message>
        <source>its responses are not response_A, response_B and so on, each a text and once</source>
        <translation>回答应依次为 response_A、response_B 等，各为一段文本且只出现一次</translation>
    </message>
    <message>
        <source>metrics is no verdict of Nova&apos;s judge; the item was imported without it</source>
        <translation>metrics 不是 Nova 裁判的结论；该条目已导入，但不含结论</translation>
    </message>
    <message>
        <source>neither label nor metrics can be read; the item was imported without them</source>
        <translation>标签和 metrics 都无法读取；该条目已导入，但不含这两者</translation>
    </message>
    <message>
        <source>%1 rows of test_data cannot be used, first row %2: %3</source>
        <translation>test_data 中有 %1 行无法使用，首先是第 %2 行：%3</translation>
    </message>
    <message>
        <source>records of another file cannot be kept there while they are joined</source>
        <translation>合并时无法在那里暂存另一个文件的记录</translation>
    </message>
    <message>
        <source>conversation_a and conversation_b do not ask the same</source>
        <translation>conversation_a 与 conversation_b 的提问不同</translation>
    </message>
    <message>
        <source>prompt, response_a and response_b are lists of %1, %2 and %3 texts</source>
        <translation>prompt、response_a 与 response_b 分别是 %1、%2 和 %3 段文本的列表</translation>
    </message>
    <message>
        <source>parts of messages that are no text were left out: %1</source>
        <translation>消息中不是文本的部分已略去：%1</translation>
    </message>
    <message>
        <source>%1: message %2 has no role</source>
        <translation>%1：第 %2 条消息没有 role</translation>
    </message>
    <message>
        <source>%1: message %2 has no text</source>
        <translation>%1：第 %2 条消息没有文本</translation>
    </message>
    <message>
        <source>a transcript has no answer</source>
        <translation>有一段对话记录没有回答</translation>
    </message>
    <message>
        <source>%1 labels are none that is known, the first is %2 of %3; the item was imported without them</source>
        <translation>有 %1 个标注无法识别，第一个是 %3 的 %2；该条目已导入，但不含这些标注</translation>
    </message>
    <message>
        <source>the rating of an answer without others was left out</source>
        <translation>只有一个回答，其评分已略去</translation>
    </message>
    <message>
        <source>the item has no reference, which this judge requires</source>
        <translation>条目没有参考答案，而此裁判需要</translation>
    </message>
    <message>
        <source>the item has %1 response(s), this judge chooses among several</source>
        <translation>条目有 %1 个回答，而此裁判要从多个中选择</translation>
    </message>
    <message>
        <source>the item has %1 response(s), this judge compares two</source>
        <translation>条目有 %1 个回答，而此裁判比较两个</translation>
    </message>
    <message>
        <source>the item has %1 response(s), this judge looks at one by itself</source>
        <translation>条目有 %1 个回答，而此裁判只看单个</translation>
    </message>
    <message>
        <source>reading the replies anew was stopped</source>
        <translation>重新解析回复的操作已停止</translation>
    </message>
    <message>
        <source>none of its replies is stored</source>
        <translation>其回复均未保存</translation>
    </message>
    <message>
        <source>the try brought no reply to keep</source>
        <translation>试评没有得到可保留的回复</translation>
    </message>
    <message>
        <source>the judge suits none of these items</source>
        <translation>该裁判不适用于这些条目中的任何一个</translation>
    </message>
</context>
<context>
    <name>CriterionWords</name>
    <message>
        <source>Coverage of the prompt</source>
        <translation>覆盖提示</translation>
    </message>
    <message>
        <source>How many of the prompt&apos;s content words the response takes up</source>
        <translation>回答用到了提示中多少实词</translation>
    </message>
    <message>
        <source>Support by the sources</source>
        <translation>依据来源</translation>
    </message>
    <message>
        <source>How much of the response&apos;s words, numbers and names stands in the reference or context</source>
        <translation>回答中的词、数字和名称有多少出现在参考答案或上下文里</translation>
    </message>
    <message>
        <source>No repetition</source>
        <translation>不重复</translation>
    </message>
    <message>
        <source>How few of its word sequences the response repeats</source>
        <translation>回答重复的词序列有多少，越少越好</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Whether code fences and lists are closed and the response is neither empty nor a refusal</source>
        <translation>代码块和列表是否完整，回答是否既不空白也不拒答</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>How its length stands to that of the other response</source>
        <translation>与另一回答相比的长度</translation>
    </message>
    <message>
        <source>yes / no</source>
        <comment>criterion type</comment>
        <translation>是 / 否</translation>
    </message>
    <message>
        <source>categories</source>
        <comment>criterion type</comment>
        <translation>分类</translation>
    </message>
    <message>
        <source>scale %1–%2</source>
        <comment>criterion type</comment>
        <translation>%1–%2 分</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Assize sessions (*.assize)</source>
        <translation>Assize 会话 (*.assize)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Data (*.jsonl *.json *.csv *.tsv *.yaml *.yml *.gz *.zst *.assize)</source>
        <translation>数据 (*.jsonl *.json *.csv *.tsv *.yaml *.yml *.gz *.zst *.assize)</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation>会话另存为</translation>
    </message>
    <message>
        <source>Folder for sessions</source>
        <translation>存放会话的文件夹</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Write the report to</source>
        <translation>报告写到</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>EndpointWords</name>
    <message>
        <source>OpenAI chat</source>
        <translation>OpenAI 对话</translation>
    </message>
    <message>
        <source>llama.cpp, vLLM, SGLang, LM Studio, OpenAI, Azure, OpenRouter and others</source>
        <translation>llama.cpp、vLLM、SGLang、LM Studio、OpenAI、Azure、OpenRouter 等</translation>
    </message>
    <message>
        <source>OpenAI completions</source>
        <translation>OpenAI 补全</translation>
    </message>
    <message>
        <source>raw prompts to the same servers, for models trained without chat roles, such as JudgeLM</source>
        <translation>向同样的服务发送原始提示，用于训练时没有对话角色的模型，如 JudgeLM</translation>
    </message>
    <message>
        <source>Anthropic Messages</source>
        <translation>Anthropic Messages</translation>
    </message>
    <message>
        <source>Anthropic&apos;s own service</source>
        <translation>Anthropic 自己的服务</translation>
    </message>
    <message>
        <source>Ollama chat</source>
        <translation>Ollama 对话</translation>
    </message>
    <message>
        <source>Ollama&apos;s own chat, which can be told the length of the context</source>
        <translation>Ollama 自己的对话接口，可以指定上下文长度</translation>
    </message>
    <message>
        <source>Ollama, raw prompts</source>
        <translation>Ollama 原始提示</translation>
    </message>
    <message>
        <source>for models of Ollama that were trained without chat roles</source>
        <translation>用于 Ollama 中训练时没有对话角色的模型</translation>
    </message>
    <message>
        <source>Amazon Bedrock</source>
        <translation>Amazon Bedrock</translation>
    </message>
    <message>
        <source>Bedrock&apos;s Converse; without a key the credentials of AWS are used</source>
        <translation>Bedrock 的 Converse；没有密钥时使用 AWS 的凭据</translation>
    </message>
    <message>
        <source>Built-in baseline</source>
        <translation>内置基线</translation>
    </message>
    <message>
        <source>fixed rules, no model and no network</source>
        <translation>固定规则，不用模型，也不用网络</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未询问</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>有应答</translation>
    </message>
    <message>
        <source>is loading its model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>refuses the key</source>
        <translation>拒绝密钥</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>“%1” cannot be done.</source>
        <translation>无法执行“%1”。</translation>
    </message>
    <message>
        <source>Correct what was entered and try again.</source>
        <translation>请更正输入后重试。</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>找不到“%1”。</translation>
    </message>
    <message>
        <source>Check the name; it may have been renamed or deleted.</source>
        <translation>请检查名称；它可能已改名或已删除。</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>Check that the file is there and in a known format.</source>
        <translation>请确认文件存在，并且是已知的格式。</translation>
    </message>
    <message>
        <source>“%1” holds nothing to import.</source>
        <translation>“%1”中没有可导入的内容。</translation>
    </message>
    <message>
        <source>Choose another format, or say which field holds what.</source>
        <translation>请选择其他格式，或指明各字段的内容。</translation>
    </message>
    <message>
        <source>“%1” is not an Assize session.</source>
        <translation>“%1”不是 Assize 会话。</translation>
    </message>
    <message>
        <source>Import it into a session instead of opening it.</source>
        <translation>请将它导入会话，而不是打开它。</translation>
    </message>
    <message>
        <source>“%1” was written by a newer Assize.</source>
        <translation>“%1”由更新版本的 Assize 写成。</translation>
    </message>
    <message>
        <source>Update Assize to open it.</source>
        <translation>请更新 Assize 后再打开。</translation>
    </message>
    <message>
        <source>The session “%1” is damaged.</source>
        <translation>会话“%1”已损坏。</translation>
    </message>
    <message>
        <source>Restore a copy, or export what can still be read.</source>
        <translation>请恢复备份，或导出仍可读取的部分。</translation>
    </message>
    <message>
        <source>The reply to “%1” holds no verdict.</source>
        <translation>对“%1”的回复中没有结论。</translation>
    </message>
    <message>
        <source>Look at the raw output.</source>
        <translation>请查看原始输出。</translation>
    </message>
    <message>
        <source>“%1” does not answer.</source>
        <translation>“%1”没有应答。</translation>
    </message>
    <message>
        <source>Check the address and that the server is running.</source>
        <translation>请检查地址，并确认服务正在运行。</translation>
    </message>
    <message>
        <source>“%1” refused the key.</source>
        <translation>“%1”拒绝了密钥。</translation>
    </message>
    <message>
        <source>Check the key of this server.</source>
        <translation>请检查此服务的密钥。</translation>
    </message>
    <message>
        <source>The session “%1” is in use.</source>
        <translation>会话“%1”正在使用中。</translation>
    </message>
    <message>
        <source>Close it in the other program, or open it to read only.</source>
        <translation>请在另一个程序中关闭它，或以只读方式打开。</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>无法写入“%1”。</translation>
    </message>
    <message>
        <source>Check the permissions and the free space of the disk.</source>
        <translation>请检查权限和磁盘剩余空间。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Start it again to go on.</source>
        <translation>重新开始即可继续。</translation>
    </message>
    <message>
        <source>An internal check failed at “%1”.</source>
        <translation>内部检查在“%1”处失败。</translation>
    </message>
    <message>
        <source>Please report it together with the log.</source>
        <translation>请连同日志一起报告。</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <comment>words of the layer that knows</comment>
        <translation>原因：%1。</translation>
    </message>
    <message>
        <source>filter, column %1</source>
        <translation>筛选，第 %1 列</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>judge ≠ human</source>
        <translation>裁判 ≠ 人工</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <source>position-flipped</source>
        <translation>换位翻转</translation>
    </message>
    <message>
        <source>margin &lt; 0.1</source>
        <translation>分差 &lt; 0.1</translation>
    </message>
</context>
<context>
    <name>ImportFormats</name>
    <message>
        <source>a prompt and two responses a record, as JSON Lines, JSON array, CSV or TSV</source>
        <translation>每条记录含一个提示和两个回答：JSON Lines、JSON 数组、CSV 或 TSV</translation>
    </message>
    <message>
        <source>a prompt and one response a record, as JSON Lines, JSON array, CSV or TSV</source>
        <translation>每条记录含一个提示和一个回答：JSON Lines、JSON 数组、CSV 或 TSV</translation>
    </message>
    <message>
        <source>LLMBar&apos;s dataset.json and its evaluators&apos; result.json</source>
        <translation>LLMBar 的 dataset.json 及其评估器的 result.json</translation>
    </message>
    <message>
        <source>PandaLM&apos;s test set, and verdict files joined on idx</source>
        <translation>PandaLM 测试集，以及按 idx 关联的结论文件</translation>
    </message>
    <message>
        <source>RewardBench and RewardBench 2, and any file of prompt, chosen and rejected</source>
        <translation>RewardBench 与 RewardBench 2，以及任何含 prompt、chosen、rejected 的文件</translation>
    </message>
    <message>
        <source>JudgeBench&apos;s pairs, and judges&apos; outputs in both orders</source>
        <translation>JudgeBench 的回答对，以及裁判在两种顺序下的输出</translation>
    </message>
    <message>
        <source>AlpacaEval&apos;s annotations with preferences, and model outputs</source>
        <translation>AlpacaEval 带偏好值的标注，以及模型输出</translation>
    </message>
    <message>
        <source>Auto-J&apos;s test sets, and outputs that join the pairs line by line</source>
        <translation>Auto-J 测试集，以及逐行对应回答对的输出</translation>
    </message>
    <message>
        <source>MT-Bench votes of people and GPT-4, and FastChat&apos;s judgments</source>
        <translation>MT-Bench 中人与 GPT-4 的投票，以及 FastChat 的结论</translation>
    </message>
    <message>
        <source>HaluBench: answers from a passage, with PASS or FAIL</source>
        <translation>HaluBench：依据段落作答，标注 PASS 或 FAIL</translation>
    </message>
    <message>
        <source>RM-Bench: each row&apos;s nine pairs of styles, and reward models&apos; scores of them</source>
        <translation>RM-Bench：每行九个风格组合，以及奖励模型给它们的评分</translation>
    </message>
    <message>
        <source>WildBench&apos;s scores; the prompts are not in these files</source>
        <translation>WildBench 的评分；这些文件不含提示</translation>
    </message>
    <message>
        <source>JudgeLM&apos;s judge samples, and outputs in either order</source>
        <translation>JudgeLM 的裁判样本，以及任一顺序下的输出</translation>
    </message>
    <message>
        <source>another session, or its JSON Lines export</source>
        <translation>另一个会话，或其 JSON Lines 导出</translation>
    </message>
    <message>
        <source>a prompt and a list of responses a record</source>
        <translation>每条记录一个提示和一组回答</translation>
    </message>
    <message>
        <source>BiGGen Bench&apos;s instances, each with its own rubric</source>
        <translation>BiGGen Bench 的实例，各有自己的评分标准</translation>
    </message>
    <message>
        <source>Prometheus: Feedback-Bench, Preference-Bench, and sets that GPT-4 graded</source>
        <translation>Prometheus：Feedback-Bench、Preference-Bench，以及由 GPT-4 评分的数据集</translation>
    </message>
    <message>
        <source>MT-Bench&apos;s questions of two turns, without responses</source>
        <translation>MT-Bench 的两轮问题，不含回答</translation>
    </message>
    <message>
        <source>LLM Comparator&apos;s side-by-side file, with the ratings in it</source>
        <translation>LLM Comparator 的并排对比文件，连同其中的评分</translation>
    </message>
    <message>
        <source>conversations as lists of messages, with one or two final answers</source>
        <translation>以消息列表写成的对话，末尾有一个或两个回答</translation>
    </message>
    <message>
        <source>Amazon Nova&apos;s judge: pairs with its metrics, and verdicts as YAML documents</source>
        <translation>Amazon Nova 的裁判：附有其指标的回答对，以及写成 YAML 文档的结论</translation>
    </message>
    <message>
        <source>Chatbot Arena&apos;s conversations and preference sets, with people&apos;s votes</source>
        <translation>Chatbot Arena 的对话与偏好数据集，附有人的投票</translation>
    </message>
    <message>
        <source>UltraFeedback&apos;s completions with GPT-4&apos;s ratings, and the binarized pairs</source>
        <translation>UltraFeedback 的回答与 GPT-4 的评分，以及二元化的回答对</translation>
    </message>
    <message>
        <source>HH-RLHF: a preferred and another transcript of Human and Assistant</source>
        <translation>HH-RLHF：Human 与 Assistant 的两份对话记录，其中一份更受偏好</translation>
    </message>
    <message>
        <source>promptfoo&apos;s results: providers&apos; outputs, and what the assertions found</source>
        <translation>promptfoo 的结果：各模型的输出，以及断言得出的结论</translation>
    </message>
    <message>
        <source>calibration rows of Root Signals&apos; evaluators: score, output, input</source>
        <translation>Root Signals 评估器的校准行：分数、输出、输入</translation>
    </message>
    <message>
        <source>OpenAI&apos;s batch files: requests, and replies that are joined with them</source>
        <translation>OpenAI 的批处理文件：请求，以及与请求对应的回复</translation>
    </message>
</context>
<context>
    <name>ItemListPane</name>
    <message>
        <source>File order</source>
        <translation>文件顺序</translation>
    </message>
    <message>
        <source>Smallest margin first</source>
        <translation>分差小者在前</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>最近更改在前</translation>
    </message>
</context>
<context>
    <name>ItemRowText</name>
    <message>
        <source>no verdict</source>
        <translation>无结论</translation>
    </message>
    <message>
        <source>margin %1</source>
        <comment>score margin of a verdict</comment>
        <translation>分差 %1</translation>
    </message>
    <message>
        <source>Hidden until you label it</source>
        <translation>标注后显示</translation>
    </message>
    <message>
        <source>Judge %1</source>
        <comment>a verdict in words</comment>
        <translation>裁判：%1</translation>
    </message>
    <message>
        <source>Human %1</source>
        <comment>a label in words</comment>
        <translation>人工：%1</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>有分歧</translation>
    </message>
    <message>
        <source>Margin %1</source>
        <translation>分差 %1</translation>
    </message>
    <message>
        <source>Flipped by order</source>
        <translation>换位翻转</translation>
    </message>
    <message>
        <source>Not flipped</source>
        <translation>未翻转</translation>
    </message>
    <message>
        <source>Flagged for later</source>
        <translation>留待以后</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence read aloud</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>you: %1</source>
        <comment>the annotator&apos;s own class or score</comment>
        <translation>您：%1</translation>
    </message>
</context>
<context>
    <name>KeyStore</name>
    <message>
        <source>the keychain has no such entry; enter the key and save it again</source>
        <translation>钥匙串中没有此项；请输入密钥并重新保存</translation>
    </message>
    <message>
        <source>the desktop&apos;s keychain cannot be used (%1); keep the key in an environment variable instead</source>
        <translation>无法使用桌面的钥匙串（%1）；请改用环境变量保存密钥</translation>
    </message>
</context>
<context>
    <name>LabelButtons</name>
    <message>
        <source>A much better</source>
        <translation>A 好很多</translation>
    </message>
    <message>
        <source>A better</source>
        <translation>A 较好</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>平局</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>都不好</translation>
    </message>
    <message>
        <source>B better</source>
        <translation>B 较好</translation>
    </message>
    <message>
        <source>B much better</source>
        <translation>B 好很多</translation>
    </message>
    <message>
        <source>Cannot judge</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>得分 %1</translation>
    </message>
</context>
<context>
    <name>NativeForm</name>
    <message>
        <source>“tie”</source>
        <translation>“平局”</translation>
    </message>
    <message>
        <source>“both bad”</source>
        <translation>“都不好”</translation>
    </message>
    <message>
        <source>on a scale from %1 to %2</source>
        <translation>评分范围 %1 到 %2</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>得分 %1</translation>
    </message>
    <message>
        <source>scores %1 and %2, from %3 to %4</source>
        <translation>得分 %1 和 %2，范围 %3 到 %4</translation>
    </message>
    <message>
        <source>scores %1, from %2 to %3</source>
        <comment>a list of numbers</comment>
        <translation>得分 %1，范围 %2 到 %3</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>得分 %1</translation>
    </message>
    <message>
        <source>Best: %1</source>
        <comment>letters of answers</comment>
        <translation>最佳：%1</translation>
    </message>
    <message>
        <source>judge label %1</source>
        <comment>the label as the judge gave it</comment>
        <translation>裁判判定 %1</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>Selene Mini on vLLM</source>
        <translation>用 vLLM 运行 Selene Mini</translation>
    </message>
    <message>
        <source>8 billion parameters: absolute scores, classes and pairs, by the selene-… judges.</source>
        <translation>80 亿参数：绝对评分、分类和成对比较，使用 selene-… 裁判。</translation>
    </message>
    <message>
        <source>Selene Mini as a GGUF file</source>
        <translation>GGUF 文件形式的 Selene Mini</translation>
    </message>
    <message>
        <source>On a laptop: llama-server with a quantised file, which the first tab starts too.</source>
        <translation>在笔记本电脑上：用 llama-server 运行量化文件，第一个标签页也能启动它。</translation>
    </message>
    <message>
        <source>Root Judge on SGLang</source>
        <translation>用 SGLang 运行 Root Judge</translation>
    </message>
    <message>
        <source>70 billion parameters on four GPUs; the grammar back end keeps its JSON in form.</source>
        <translation>700 亿参数，四块 GPU；语法后端保证 JSON 的形式。</translation>
    </message>
    <message>
        <source>Root Judge on vLLM</source>
        <translation>用 vLLM 运行 Root Judge</translation>
    </message>
    <message>
        <source>The same model, spread over four GPUs.</source>
        <translation>同一模型，分布在四块 GPU 上。</translation>
    </message>
    <message>
        <source>JudgeLM on vLLM</source>
        <translation>用 vLLM 运行 JudgeLM</translation>
    </message>
    <message>
        <source>It was trained on raw prompts: the kind is OpenAI completions, since a chat route would wrap them into roles.</source>
        <translation>它用原始提示训练：类型选“OpenAI 补全”，因为对话接口会给提示套上角色。</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>Goes on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>The server asks to wait</source>
        <translation>服务器要求等待</translation>
    </message>
    <message>
        <source>The server does not answer; the run waits and looks again by itself</source>
        <translation>服务器没有应答；运行会等待，并自动再试</translation>
    </message>
    <message>
        <source>The server takes no JSON schema; the run asks without one</source>
        <translation>服务器不接受 JSON 模式；运行改为不带模式提问</translation>
    </message>
    <message>
        <source>Not started: %1 %2</source>
        <comment>what happened, what to do</comment>
        <translation>未能开始：%1%2</translation>
    </message>
    <message>
        <source>Ended after %1: %2 sent, %3 reused, %4 answered before, %5 not reached</source>
        <translation>用时 %1 后结束：发送 %2，复用 %3，此前已有 %4，未做 %5</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) left out, which the judge does not suit</source>
        <translation>
            <numerusform>略去 %n 个不适合该裁判的条目</numerusform>
        </translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已开始</translation>
    </message>
</context>
<context>
    <name>RunRows</name>
    <message>
        <source>built in</source>
        <comment>endpoint of a run</comment>
        <translation>内置</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message numerus="yes">
        <source>Done, %n failed</source>
        <translation>
            <numerusform>完成，%n 次失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>正在规划</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>等待服务器</translation>
    </message>
    <message>
        <source>Asked to wait</source>
        <translation>按要求等待</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Budget reached</source>
        <translation>已到预算</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>No such model</source>
        <translation>没有此模型</translation>
    </message>
    <message>
        <source>Account empty</source>
        <translation>账户余额用尽</translation>
    </message>
    <message>
        <source>All calls fail</source>
        <translation>调用全部失败</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未能开始</translation>
    </message>
    <message>
        <source>The run waits, looks again by itself, and goes on when the server is back. Nothing is lost.</source>
        <translation>运行会等待并自动再试，服务器恢复后继续。不会丢失任何内容。</translation>
    </message>
    <message>
        <source>The run goes on by itself when the time is over.</source>
        <translation>时间一到，运行会自动继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Raise the budget to go on.</source>
        <translation>
            <numerusform>还有 %n 次调用未做。提高预算即可继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Start the server, then resume the run.</source>
        <translation>
            <numerusform>还有 %n 次调用未做。请启动服务器，再继续运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Correct the endpoint&apos;s key, then resume the run.</source>
        <translation>
            <numerusform>还有 %n 次调用未做。请更正端点的密钥，再继续运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Load the model, or choose another in a new run.</source>
        <translation>
            <numerusform>还有 %n 次调用未做。请加载该模型，或在新的运行中另选模型。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Add credit, then resume the run.</source>
        <translation>
            <numerusform>还有 %n 次调用未做。请充值，再继续运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were not made. Look at the failures, then resume the run.</source>
        <translation>
            <numerusform>还有 %n 次调用未做。请查看失败原因，再继续运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>parse</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒答</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>garbled</source>
        <translation>乱码</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>额度</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>the number of a run</comment>
        <translation>在 %1 之后</translation>
    </message>
    <message>
        <source>next</source>
        <comment>run in the queue</comment>
        <translation>下一个</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <comment>calls a second</comment>
        <translation>%1 次/秒</translation>
    </message>
    <message>
        <source>local</source>
        <comment>in place of a cost</comment>
        <translation>本机</translation>
    </message>
    <message>
        <source>%1 first</source>
        <comment>presentation order</comment>
        <translation>%1 在前</translation>
    </message>
    <message>
        <source>without reference</source>
        <comment>of a call that was not shown it</comment>
        <translation>无参考答案</translation>
    </message>
    <message>
        <source>%1, without reference</source>
        <comment>presentation order</comment>
        <translation>%1，无参考答案</translation>
    </message>
</context>
<context>
    <name>VerdictGlyph</name>
    <message>
        <source>cannot judge</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>无结论</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标注</translation>
    </message>
    <message>
        <source>A much better</source>
        <translation>A 好很多</translation>
    </message>
    <message>
        <source>A better</source>
        <translation>A 较好</translation>
    </message>
    <message>
        <source>B much better</source>
        <translation>B 好很多</translation>
    </message>
    <message>
        <source>B better</source>
        <translation>B 较好</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>平局</translation>
    </message>
    <message>
        <source>both bad</source>
        <translation>都不好</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>A is better</source>
        <translation>A 较好</translation>
    </message>
    <message>
        <source>B is better</source>
        <translation>B 较好</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>平局</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>都不好</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>The judge gave no clear answer</source>
        <translation>裁判没有给出明确结果</translation>
    </message>
    <message>
        <source>The model refused to judge</source>
        <translation>模型拒绝评判</translation>
    </message>
    <message>
        <source>The reply was cut off; allow more tokens and judge again</source>
        <translation>回复被截断；请放宽词元上限后重新评判</translation>
    </message>
    <message>
        <source>The reply could not be read as a verdict</source>
        <translation>回复无法解析为结论</translation>
    </message>
    <message>
        <source>The reply breaks its own rubric</source>
        <translation>回复违反了自己的评分标准</translation>
    </message>
    <message>
        <source>The server did not answer; judge again</source>
        <translation>模型服务没有应答；请重新评判</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>The orders disagree</source>
        <translation>两种顺序结论不同</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>无结论</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what became of the call, why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Its weights do not sum to 1; they were normalised.</source>
        <translation>其权重之和不为 1，已归一化。</translation>
    </message>
    <message>
        <source>The totals it states differ from its own scores.</source>
        <translation>其所述总分与自己的评分不符。</translation>
    </message>
    <message>
        <source>Its label and its weighted scores name different sides.</source>
        <translation>其判定与加权得分指向不同的一方。</translation>
    </message>
    <message>
        <source>Its overall reason speaks for the other side than its label.</source>
        <translation>其总评支持的一方与判定不同。</translation>
    </message>
    <message>
        <source>It quotes words that stand in no text of this item.</source>
        <translation>其引文不见于此条目的任何文本。</translation>
    </message>
    <message>
        <source>Its explanation is incomplete.</source>
        <translation>其说明不完整。</translation>
    </message>
    <message>
        <source>A response contains text that looks like a verdict.</source>
        <translation>某个回答中含有形似结论的文字。</translation>
    </message>
    <message>
        <source>it names no label</source>
        <translation>没有给出标签</translation>
    </message>
    <message>
        <source>it gives no verdict</source>
        <translation>没有给出结论</translation>
    </message>
    <message>
        <source>it scores no criterion</source>
        <translation>没有给任何准则评分</translation>
    </message>
    <message>
        <source>it gives more than one verdict</source>
        <translation>给出了不止一个结论</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>its samples are split</source>
        <translation>各次采样结论不一</translation>
    </message>
    <message>
        <source>it is not YAML</source>
        <translation>不是 YAML</translation>
    </message>
    <message>
        <source>it ends before its verdict</source>
        <translation>在结论之前就结束了</translation>
    </message>
    <message>
        <source>it says that it will not judge</source>
        <translation>表示不愿评判</translation>
    </message>
    <message>
        <source>its weights sum to nothing</source>
        <translation>权重之和为零</translation>
    </message>
    <message>
        <source>a score is missing</source>
        <translation>缺少评分</translation>
    </message>
    <message>
        <source>a weight is below zero</source>
        <translation>有权重小于零</translation>
    </message>
    <message>
        <source>its verdict is none of those asked for</source>
        <translation>结论不在要求的范围内</translation>
    </message>
    <message>
        <source>it would have to be repaired, which the judge rules out</source>
        <translation>需要修复才能读取，而裁判不允许修复</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>reason, place</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>a score is not a number</source>
        <translation>有评分不是数字</translation>
    </message>
    <message>
        <source>a score is outside its scale</source>
        <translation>有评分超出评分范围</translation>
    </message>
    <message>
        <source>its reasoning used up all its tokens</source>
        <translation>推理用尽了全部词元</translation>
    </message>
    <message>
        <source>a criterion of the rubric is missing</source>
        <translation>缺少评分标准中的一条准则</translation>
    </message>
    <message>
        <source>it scores a criterion that the rubric has not</source>
        <translation>给评分标准中没有的准则评了分</translation>
    </message>
    <message>
        <source>it scores a criterion twice</source>
        <translation>同一条准则评了两次分</translation>
    </message>
    <message>
        <source>it has too many criteria</source>
        <translation>准则过多</translation>
    </message>
    <message>
        <source>a weight is missing</source>
        <translation>缺少权重</translation>
    </message>
    <message>
        <source>a criterion is of an unknown type</source>
        <translation>有准则的类型未知</translation>
    </message>
    <message>
        <source>its judge asks for an unknown format</source>
        <translation>裁判要求的格式未知</translation>
    </message>
    <message>
        <source>the pattern of its judge is faulty</source>
        <translation>裁判的匹配模式有误</translation>
    </message>
    <message>
        <source>the pattern of its judge takes too long</source>
        <translation>裁判的匹配模式耗时过长</translation>
    </message>
</context>
<context>
    <name>assize::ui::AboutDialog</name>
    <message>
        <source>About Assize</source>
        <translation>关于 Assize</translation>
    </message>
    <message>
        <source>Read, question and improve the verdicts of language-model judges.</source>
        <translation>阅读、质疑并改进语言模型裁判的结论。</translation>
    </message>
    <message>
        <source>Licence: Apache License 2.0.</source>
        <translation>许可证：Apache License 2.0。</translation>
    </message>
    <message>
        <source>It is built with these libraries:</source>
        <translation>本程序使用了以下软件库：</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>软件库及其许可证</translation>
    </message>
    <message>
        <source>Assize %1</source>
        <comment>version</comment>
        <translation>Assize %1</translation>
    </message>
</context>
<context>
    <name>assize::ui::ActionFinder</name>
    <message>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入想做的事</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>assize::ui::Actions</name>
    <message>
        <source>%1 %2</source>
        <comment>Undo or Redo, name of the step</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>标注：%1</translation>
    </message>
</context>
<context>
    <name>assize::ui::AnnotationBar</name>
    <message>
        <source>Judge is wrong on %1</source>
        <translation>裁判错在：%1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <comment>time of day</comment>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Judge is wrong on</source>
        <translation>裁判错在</translation>
    </message>
    <message>
        <source>Because</source>
        <comment>why the judge is wrong; before tags and a comment</comment>
        <translation>因为</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Blind mode</source>
        <translation>盲评</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>盲评</translation>
    </message>
    <message>
        <source>Hides verdicts, labels and model names</source>
        <translation>隐藏结论、标注和模型名称</translation>
    </message>
    <message>
        <source>Criteria, tags, comment</source>
        <translation>准则、标签、备注</translation>
    </message>
    <message>
        <source>Next disagreement</source>
        <translation>下一处分歧</translation>
    </message>
    <message>
        <source>While blind: %1</source>
        <comment>the label a person gave before they saw the judge</comment>
        <translation>盲评时：%1</translation>
    </message>
</context>
<context>
    <name>assize::ui::CallInspector</name>
    <message>
        <source>Not made yet</source>
        <translation>尚未进行</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>total %1 s</source>
        <translation>共 %1 秒</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <comment>tokens</comment>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>The request cannot be written: %1</source>
        <translation>无法写出请求：%1</translation>
    </message>
    <message>
        <source>The built-in judge reads the item itself. Nothing is sent.</source>
        <translation>内置裁判直接读取条目，不发送任何内容。</translation>
    </message>
    <message>
        <source>Headers of replies are not kept in sessions.</source>
        <translation>会话不保存回复的标头。</translation>
    </message>
    <message>
        <source>The boundary around texts of others is drawn anew for every call.</source>
        <translation>包围外来文本的分隔标记每次调用都会重新生成。</translation>
    </message>
    <message>
        <source>No reply came.</source>
        <translation>没有收到回复。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Parsed</source>
        <translation>解析结果</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Parts of the call</source>
        <translation>调用的各部分</translation>
    </message>
    <message>
        <source>The part that is shown</source>
        <translation>当前显示的部分</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation>在审阅中打开</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Raise to %1 and retry</source>
        <comment>tokens</comment>
        <translation>上限提高到 %1 并重试</translation>
    </message>
    <message>
        <source>%1 of %2 tokens.</source>
        <comment>taken, allowed</comment>
        <translation>已用 %1，上限 %2 个词元。</translation>
    </message>
    <message>
        <source>Choose a call to see what was sent and what came back.</source>
        <translation>选择一次调用，查看发送和返回的内容。</translation>
    </message>
    <message>
        <source>The request or the reply is too long</source>
        <translation>请求或回复过长</translation>
    </message>
</context>
<context>
    <name>assize::ui::CallListModel</name>
    <message>
        <source>%1, sample %2</source>
        <comment>order</comment>
        <translation>%1，样本 %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Class</source>
        <comment>of a failure</comment>
        <translation>类别</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>assize::ui::CapabilityModel</name>
    <message>
        <source>Reachable</source>
        <translation>可以连接</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Streams replies</source>
        <translation>流式回复</translation>
    </message>
    <message>
        <source>Reasons aloud</source>
        <translation>输出思考过程</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>JSON schema enforced</source>
        <translation>强制 JSON 结构</translation>
    </message>
    <message>
        <source>Grammar enforced</source>
        <translation>强制语法</translation>
    </message>
    <message>
        <source>Log-probabilities</source>
        <translation>对数概率</translation>
    </message>
    <message>
        <source>Seed honoured</source>
        <translation>遵守随机种子</translation>
    </message>
    <message>
        <source>Tokens for a judgement</source>
        <translation>一次评判的词元数</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测得</translation>
    </message>
    <message>
        <source>the replies prove neither</source>
        <translation>从回复中无法判断</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>none sent, none wanted</source>
        <translation>未发送，也不需要</translation>
    </message>
    <message>
        <source>none listed</source>
        <translation>未列出</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>yes, %1 tokens for a small question</source>
        <translation>是，一个小问题用了 %1 个词元</translation>
    </message>
    <message>
        <source>%1 tokens/s, the first after %2 s</source>
        <translation>每秒 %1 个词元，%2 秒后出现首个</translation>
    </message>
    <message>
        <source>yes, in the form “%1”</source>
        <translation>是，形式为“%1”</translation>
    </message>
    <message>
        <source>no, it wrote: %1</source>
        <translation>否，它写的是：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question, answer</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>assize::ui::CategoryPane</name>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <comment>items of a category</comment>
        <translation>
            <numerusform>%n 项有分歧</numerusform>
        </translation>
    </message>
    <message>
        <source>By category: %1</source>
        <translation>按类别：%1</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>分差</translation>
    </message>
    <message>
        <source>Figures by category</source>
        <translation>各类别的指标</translation>
    </message>
    <message>
        <source>Items on which judge and people differ</source>
        <translation>裁判与人有分歧的条目</translation>
    </message>
    <message>
        <source>Open in Review</source>
        <translation>在审阅中打开</translation>
    </message>
</context>
<context>
    <name>assize::ui::ChartView</name>
    <message>
        <source>Click: open this item in Review</source>
        <translation>点击：在审阅中打开此条目</translation>
    </message>
    <message>
        <source>Click: Review, %1</source>
        <comment>a filter expression</comment>
        <translation>点击：审阅，%1</translation>
    </message>
    <message>
        <source>Copy as &amp;Picture</source>
        <translation>复制为图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy as &amp;SVG</source>
        <translation>复制为 SVG(&amp;S)</translation>
    </message>
    <message>
        <source>Copy as &amp;Table</source>
        <translation>复制为表格(&amp;T)</translation>
    </message>
    <message>
        <source>Copy this chart</source>
        <translation>复制此图</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message numerus="yes">
        <source>Click: %n item(s) in Review</source>
        <translation>
            <numerusform>点击：在审阅中查看这 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::ConnectionPage</name>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>类型(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>K&amp;ey:</source>
        <translation>密钥(&amp;E)：</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列出</translation>
    </message>
    <message>
        <source>Ask the server which models it has</source>
        <translation>询问服务有哪些模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the first one that the server lists</source>
        <translation>服务列出的第一个</translation>
    </message>
</context>
<context>
    <name>assize::ui::CriterionDetail</name>
    <message>
        <source>Justification of the score of A</source>
        <translation>A 评分的理由</translation>
    </message>
    <message>
        <source>Justification of the score of B</source>
        <translation>B 评分的理由</translation>
    </message>
    <message>
        <source>Overall reason</source>
        <translation>总评</translation>
    </message>
    <message>
        <source>Your scores: A %1, B %2</source>
        <translation>您的评分：A %1，B %2</translation>
    </message>
    <message>
        <source>Overall.</source>
        <translation>总评：</translation>
    </message>
    <message>
        <source>Reasoning.</source>
        <translation>理由：</translation>
    </message>
    <message>
        <source>not found in A</source>
        <comment>a quotation</comment>
        <translation>A 中没有</translation>
    </message>
    <message>
        <source>not found in B</source>
        <comment>a quotation</comment>
        <translation>B 中没有</translation>
    </message>
    <message>
        <source>not found in this item</source>
        <comment>a quotation</comment>
        <translation>此条目中没有</translation>
    </message>
</context>
<context>
    <name>assize::ui::CriterionGroupsDialog</name>
    <message>
        <source>Group Criteria</source>
        <translation>合并准则</translation>
    </message>
    <message>
        <source>Rubrics written for each prompt name the same thing differently. Criteria with one name in the last column share a weight and a row in charts. Case, spaces and simple plurals never matter.</source>
        <translation>为每个提示生成的评分标准会用不同的名称指同一件事。最后一列名称相同的准则共用一个权重，在图表中占一行。大小写、空格和简单复数从不区分。</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>结论数</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>算作</translation>
    </message>
    <message>
        <source>Criteria and what they count as</source>
        <translation>准则及其算作的名称</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>assize::ui::CriterionTitle</name>
    <message>
        <source>Criterion %1: %2</source>
        <translation>准则 %1：%2</translation>
    </message>
</context>
<context>
    <name>assize::ui::EndpointEditor</name>
    <message numerus="yes">
        <source>The server lists %n model(s).</source>
        <translation>
            <numerusform>服务列出了 %n 个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>There is a model server of this name already.</source>
        <translation>已有同名的模型服务。</translation>
    </message>
    <message>
        <source>Enter its address.</source>
        <translation>请输入地址。</translation>
    </message>
    <message>
        <source>The address has to begin with http:// or https:// and hold no user, password or space.</source>
        <translation>地址必须以 http:// 或 https:// 开头，并且不含用户名、密码或空格。</translation>
    </message>
    <message>
        <source>A name is made of letters, digits, dots, hyphens and underscores.</source>
        <translation>名称由字母、数字、点、连字符和下划线组成。</translation>
    </message>
    <message>
        <source>The key and all texts would travel unencrypted: use https if the server can.</source>
        <translation>密钥和所有文本都将不加密传输：如果服务支持，请使用 https。</translation>
    </message>
    <message>
        <source>Small real calls are made: a few hundred tokens in all.</source>
        <translation>将进行小规模的真实调用：总共几百个词元。</translation>
    </message>
    <message>
        <source>“%1” was asked. What was found decides how judges ask this server.</source>
        <translation>已询问“%1”。得到的结果决定裁判如何向此服务提问。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Tools &gt; Start a Local Server starts one.</source>
        <translation>“工具 &gt; 启动本机服务”可以启动一个。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Model server %1</source>
        <translation>模型服务 %1</translation>
    </message>
    <message>
        <source>Connect a model server</source>
        <translation>连接模型服务</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Limits and prices</source>
        <translation>限制与价格</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>What the server can do</source>
        <translation>服务的能力</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>assize::ui::EndpointListModel</name>
    <message>
        <source>Built-in baseline</source>
        <translation>内置基线</translation>
    </message>
    <message>
        <source>no server needed</source>
        <translation>无需服务</translation>
    </message>
    <message>
        <source>always there</source>
        <translation>始终可用</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a model server, its state</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>assize::ui::EndpointsDialog</name>
    <message>
        <source>The list of model servers cannot be read, and is left as it is.</source>
        <translation>无法读取模型服务列表，文件保持原样。</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>已移除 %1。</translation>
    </message>
    <message>
        <source>Its key is still in the keychain.</source>
        <translation>它的密钥仍在钥匙串中。</translation>
    </message>
    <message>
        <source>Model servers</source>
        <translation>模型服务</translation>
    </message>
    <message>
        <source>No model server is configured yet.
Connect one that was found below, or add one by its address.</source>
        <translation>尚未配置模型服务。
可以连接下方找到的服务，或按地址添加。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Delete its key</source>
        <translation>删除其密钥</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>复制一份(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start one…</source>
        <translation>启动服务(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>assize::ui::FailedPane</name>
    <message>
        <source>all</source>
        <comment>failures</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>All failures</source>
        <translation>全部失败</translation>
    </message>
    <message>
        <source>Failures: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <comment>calls</comment>
        <translation>失败 %1</translation>
    </message>
    <message numerus="yes">
        <source>Retry these %n</source>
        <translation>
            <numerusform>重试这 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed calls</source>
        <translation>失败的调用</translation>
    </message>
    <message>
        <source>No call has failed.</source>
        <translation>没有失败的调用。</translation>
    </message>
    <message numerus="yes">
        <source>Raise to %1 and retry these %n</source>
        <comment>tokens</comment>
        <translation>
            <numerusform>上限提高到 %1 并重试这 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::FieldMapEdit</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Name or path in the file</source>
        <translation>文件中的名称或路径</translation>
    </message>
    <message>
        <source>Fields and where they are in the file</source>
        <translation>字段及其在文件中的位置</translation>
    </message>
</context>
<context>
    <name>assize::ui::FigureListModel</name>
    <message>
        <source>%1: %2</source>
        <comment>two people: a figure</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>People: %1</source>
        <comment>a figure about annotators</comment>
        <translation>人：%1</translation>
    </message>
    <message>
        <source>No interval: %1.</source>
        <translation>没有区间：%1。</translation>
    </message>
    <message>
        <source>No value: %1.</source>
        <translation>没有数值：%1。</translation>
    </message>
    <message>
        <source>%1 of %2 have a usable verdict.</source>
        <translation>%2 项中 %1 项有可用的结论。</translation>
    </message>
    <message>
        <source>Note: %1.</source>
        <comment>what was left out of a figure</comment>
        <translation>注意：%1。</translation>
    </message>
    <message>
        <source>Ties: %1.</source>
        <comment>a rule</comment>
        <translation>平局：%1。</translation>
    </message>
    <message>
        <source>95 % interval by Wilson.</source>
        <translation>95 % 区间按 Wilson 法。</translation>
    </message>
    <message>
        <source>95 % interval by resampling, seed %1.</source>
        <translation>95 % 区间由重抽样得出，种子 %1。</translation>
    </message>
</context>
<context>
    <name>assize::ui::FiguresPane</name>
    <message>
        <source>Find a figure</source>
        <translation>查找数值</translation>
    </message>
    <message>
        <source>All figures of this run</source>
        <translation>这次运行的全部数值</translation>
    </message>
    <message>
        <source>Values of the chosen figure</source>
        <translation>所选数值的表格</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>No figure is called that.</source>
        <translation>没有这个名称的数值。</translation>
    </message>
</context>
<context>
    <name>assize::ui::FileBanner</name>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Open the session file again</source>
        <translation>重新打开会话文件</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>“%1” is open to read only</source>
        <translation>“%1”以只读方式打开</translation>
    </message>
    <message>
        <source>“%1” was changed by another program</source>
        <translation>“%1”已被另一个程序更改</translation>
    </message>
    <message>
        <source>Lists and counts show what was there before. Reload to see the rest, or work in a copy.</source>
        <translation>列表和计数显示的是更改前的内容。重新加载以查看其余内容，或在副本中工作。</translation>
    </message>
    <message>
        <source>“%1” was moved or removed</source>
        <translation>“%1”已被移动或删除</translation>
    </message>
    <message>
        <source>Another file is now where “%1” was</source>
        <translation>“%1”所在位置现在是另一个文件</translation>
    </message>
    <message>
        <source>Another program has it.</source>
        <translation>另一个程序正在使用它。</translation>
    </message>
    <message>
        <source>Process %1 on %2 has had it since %3.</source>
        <comment>process number, computer, date and time</comment>
        <translation>计算机 %2 上的进程 %1 自 %3 起占用它。</translation>
    </message>
    <message>
        <source>Reload once it has been closed there, or work in a copy.</source>
        <translation>待那边关闭后重新载入，或在副本中工作。</translation>
    </message>
    <message>
        <source>It cannot be read any further until it is back in its place.</source>
        <translation>放回原处之前，无法继续读取。</translation>
    </message>
    <message>
        <source>Nothing more can be saved in it until it is back in its place. Save a copy to go on.</source>
        <translation>放回原处之前，无法再保存。要继续工作，请另存一份副本。</translation>
    </message>
    <message>
        <source>Reload to see the file that is there now.</source>
        <translation>重新载入即可查看现在的文件。</translation>
    </message>
    <message>
        <source>Nothing more is saved. Save a copy of what you have, or reload to see the file that is there.</source>
        <translation>不再保存任何内容。请把现有内容另存为副本，或重新载入现在的文件。</translation>
    </message>
    <message>
        <source>A newer version of Assize made it. Update Assize to change anything in it.</source>
        <translation>它由较新版本的 Assize 创建。要更改其中的内容，请更新 Assize。</translation>
    </message>
    <message>
        <source>It cannot be written here: %1. Work in a copy to change anything.</source>
        <comment>words of the system</comment>
        <translation>此处无法写入：%1。如需更改，请在副本中进行。</translation>
    </message>
</context>
<context>
    <name>assize::ui::FilterChips</name>
    <message>
        <source>Add a filter: tag, category or an expression</source>
        <translation>添加筛选：标签、类别或表达式</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>添加筛选</translation>
    </message>
    <message>
        <source>While you label blind, this finds only items that you have labelled.</source>
        <translation>盲评时只能找到您已标注的条目。</translation>
    </message>
    <message>
        <source>your weights</source>
        <translation>您的权重</translation>
    </message>
    <message>
        <source>Filters speak of the verdicts with your weights</source>
        <translation>筛选针对按您的权重得出的结论</translation>
    </message>
    <message>
        <source>On: filters and order speak of the verdicts with your weights. Off: of what the judge said.</source>
        <translation>开：筛选和排序针对按您的权重得出的结论。关：针对裁判自己所说的。</translation>
    </message>
</context>
<context>
    <name>assize::ui::FindBar</name>
    <message>
        <source>Find in both answers</source>
        <translation>在两个回答中查找</translation>
    </message>
    <message>
        <source>Find in the item</source>
        <translation>在条目中查找</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一处匹配 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一处匹配 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>match</comment>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>assize::ui::FoundServers</name>
    <message>
        <source>Model servers on this computer</source>
        <translation>本机的模型服务</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Add by address…</source>
        <translation>按地址添加…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>None answers</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>Start one…</source>
        <translation>启动一个…</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有应答</translation>
    </message>
</context>
<context>
    <name>assize::ui::ImageStrip</name>
    <message>
        <source>Image %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>image, why it is not shown</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more image(s) not shown</source>
        <translation>
            <numerusform>另有 %n 张图片未显示</numerusform>
        </translation>
    </message>
    <message>
        <source>not shown, it has more than 32 MB</source>
        <translation>未显示：超过 32 MB</translation>
    </message>
    <message>
        <source>not shown, it has more than 33 million pixels</source>
        <translation>未显示：超过 3300 万像素</translation>
    </message>
    <message>
        <source>not shown, it is no PNG, JPEG, GIF, WebP or BMP that can be read</source>
        <translation>未显示：不是可读取的 PNG、JPEG、GIF、WebP 或 BMP</translation>
    </message>
</context>
<context>
    <name>assize::ui::ImportDialog</name>
    <message>
        <source>Reading %1: %2 records so far. Nothing is stored yet.</source>
        <translation>正在读取 %1：已读 %2 条记录，尚未存入任何内容。</translation>
    </message>
    <message>
        <source>Importing %1: %2 records so far.</source>
        <translation>正在导入 %1：已导入 %2 条记录。</translation>
    </message>
    <message>
        <source>import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>import of %n file(s)</source>
        <translation>
            <numerusform>导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Import the rest</source>
        <translation>导入其余部分</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Opening the files…</source>
        <translation>正在打开文件…</translation>
    </message>
</context>
<context>
    <name>assize::ui::ImportPreviewModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Response A</source>
        <translation>回答 A</translation>
    </message>
    <message>
        <source>Response B</source>
        <translation>回答 B</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考答案</translation>
    </message>
    <message>
        <source>Human label</source>
        <translation>人工标签</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>assize::ui::ImportProblemsModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>assize::ui::ImportReport</name>
    <message>
        <source>Rows that are left out</source>
        <translation>未导入的行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be imported.</source>
        <translation>
            <numerusform>有 %n 行无法导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been imported yet. The rest would bring %1</source>
        <translation>尚未导入任何内容。其余部分将带来：%1</translation>
    </message>
    <message>
        <source>The files held %1</source>
        <translation>文件中含有：%1</translation>
    </message>
    <message>
        <source>Edit &gt; Undo takes the import back.</source>
        <translation>可用“编辑 &gt; 撤销”撤回此次导入。</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>导入完成。</translation>
    </message>
    <message>
        <source>What was imported until then stays; Edit &gt; Undo takes it back.</source>
        <translation>在此之前导入的内容予以保留；可用“编辑 &gt; 撤销”撤回。</translation>
    </message>
    <message>
        <source>items: %1 (%2 new), labels: %3 (%4 new), verdicts: %5 (%6 new), annotations: %7 (%8 new).</source>
        <translation>条目 %1 个（新增 %2），标签 %3 个（新增 %4），结论 %5 个（新增 %6），标注 %7 个（新增 %8）。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out.</source>
        <translation>
            <numerusform>有 %n 行未导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>列出前 %1 行。</translation>
    </message>
</context>
<context>
    <name>assize::ui::ImportSetup</name>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>As chosen.</source>
        <comment>the format of a file</comment>
        <translation>按所选格式。</translation>
    </message>
    <message>
        <source>Recognised as %1: %2.</source>
        <comment>format name, reason</comment>
        <translation>识别为 %1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of this sample cannot be used.</source>
        <translation>
            <numerusform>预览中有 %n 行无法使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <comment>line number, reason</comment>
        <translation>第 %1 行：%2。</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>文件(&amp;F)：</translation>
    </message>
    <message>
        <source>F&amp;ormat:</source>
        <translation>格式(&amp;O)：</translation>
    </message>
    <message>
        <source>Recognise by content</source>
        <translation>按内容识别</translation>
    </message>
    <message>
        <source>The file has other field &amp;names</source>
        <translation>文件使用其他字段名(&amp;N)</translation>
    </message>
    <message>
        <source>The first records of the file</source>
        <translation>文件的前几条记录</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of this sample are read together with another file&apos;s.</source>
        <translation>
            <numerusform>这部分样本中有 %n 行将与另一文件的行一起读取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::InsightsPage</name>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>已停止读取。</translation>
    </message>
    <message>
        <source>Copied the table by category.</source>
        <translation>已复制按类别的表格。</translation>
    </message>
    <message>
        <source>This session has no items yet. Import some, then let a judge look at them.</source>
        <translation>此会话还没有条目。请先导入，再让裁判评判。</translation>
    </message>
    <message>
        <source>No judge has judged these items yet. Judge some in Review, or import verdicts.</source>
        <translation>还没有裁判评判过这些条目。请在审阅中评判一些，或导入结论。</translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>前往审阅</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>With your weights</source>
        <translation>按假设权重</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Copied all figures.</source>
        <translation>已复制全部数值。</translation>
    </message>
    <message>
        <source>grouped criteria</source>
        <translation>合并准则</translation>
    </message>
    <message>
        <source>&amp;Group Criteria…</source>
        <translation>合并准则(&amp;G)…</translation>
    </message>
    <message>
        <source>Label at least 10 items to compare.</source>
        <translation>请至少标注 10 项再作比较。</translation>
    </message>
    <message>
        <source>With fewer labels on judged items, agreement and what follows from it say nothing yet.</source>
        <translation>已评判条目的标注更少时，一致率及由此得出的数值还说明不了什么。</translation>
    </message>
    <message>
        <source>Stopped. Pale charts show what was asked before.</source>
        <translation>已停止。颜色变淡的图表显示的是先前的内容。</translation>
    </message>
    <message>
        <source>Figures and charts show what the weights tried in Review make of this run, not what the judge said, and so do the items that they lead to.</source>
        <translation>数字和图表显示的是按在审阅中试用的权重得出的结果，而不是裁判自己所说的；点击它们所打开的条目也是如此。</translation>
    </message>
</context>
<context>
    <name>assize::ui::InsightsStrip</name>
    <message>
        <source>After both orders</source>
        <translation>两种顺序合并后</translation>
    </message>
    <message>
        <source>A first</source>
        <translation>A 在前</translation>
    </message>
    <message>
        <source>B first</source>
        <translation>B 在前</translation>
    </message>
    <message>
        <source>People</source>
        <comment>whom a judge is compared with: own labels, else gold</comment>
        <translation>人</translation>
    </message>
    <message>
        <source>Gold labels</source>
        <translation>人工标签</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法理解</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>裁判</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Items: a filter expression</source>
        <translation>条目：筛选表达式</translation>
    </message>
    <message>
        <source>All items, or a filter: category == &quot;Code&quot;</source>
        <translation>全部条目，或筛选：category == &quot;Code&quot;</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Choose charts</source>
        <translation>选择图表</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>导出报告…</translation>
    </message>
    <message>
        <source>Copy the table beside the charts</source>
        <translation>复制图表旁的表格</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>导出报告</translation>
    </message>
</context>
<context>
    <name>assize::ui::ItemHeader</name>
    <message>
        <source>Previous item</source>
        <translation>上一个条目</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>下一个条目</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tool, key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Human labels</source>
        <translation>人工标注</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more people</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Flagged</source>
        <comment>for later</comment>
        <translation>留待以后</translation>
    </message>
</context>
<context>
    <name>assize::ui::ItemListPane</name>
    <message>
        <source>No items match these filters.</source>
        <translation>没有符合筛选条件的条目。</translation>
    </message>
    <message>
        <source>This session has no items yet. Import data, or drop files on the window.</source>
        <translation>此会话还没有条目。请导入数据，或将文件拖放到窗口中。</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%1/%2 项</translation>
    </message>
    <message>
        <source>Filter expression…</source>
        <translation>筛选表达式…</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>flagged for later</source>
        <translation>留待以后</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>无结论</translation>
    </message>
    <message>
        <source>mixed orders</source>
        <translation>两种顺序不完全一致</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <source>Search items</source>
        <translation>搜索条目</translation>
    </message>
    <message>
        <source>Filter, such as abs(margin) &lt; 0.1 and category == &quot;Code&quot;</source>
        <translation>筛选，例如 abs(margin) &lt; 0.1 and category == &quot;Code&quot;</translation>
    </message>
    <message>
        <source>Filter expression</source>
        <translation>筛选表达式</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表排序</translation>
    </message>
    <message>
        <source>J</source>
        <comment>short for judge, over a column of glyphs</comment>
        <translation>判</translation>
    </message>
    <message>
        <source>H</source>
        <comment>short for human, over a column of glyphs</comment>
        <translation>人</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Judges differ</source>
        <translation>裁判结论不同</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>%1: A higher</source>
        <comment>criterion</comment>
        <translation>%1：A 较高</translation>
    </message>
    <message>
        <source>%1: B higher</source>
        <comment>criterion</comment>
        <translation>%1：B 较高</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Margins are hidden while you label blind</source>
        <translation>盲评时不显示分差</translation>
    </message>
    <message>
        <source>While you label blind, this finds only items that you have labelled.</source>
        <translation>盲评时只能找到您已标注的条目。</translation>
    </message>
</context>
<context>
    <name>assize::ui::KeyField</name>
    <message>
        <source>File with the key</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Name the environment variable that holds the key: letters, digits and underscores. The key itself does not go there.</source>
        <translation>请填写存放密钥的环境变量名：字母、数字和下划线。密钥本身不要填在这里。</translation>
    </message>
    <message>
        <source>Give the entry of the keychain a name.</source>
        <translation>请为钥匙串中的项命名。</translation>
    </message>
    <message>
        <source>Choose the file that holds the key.</source>
        <translation>请选择存放密钥的文件。</translation>
    </message>
    <message>
        <source>A key is stored under this name; leave the field empty to keep it.</source>
        <translation>此名称下已存有密钥；留空则保留它。</translation>
    </message>
    <message>
        <source>No key is stored under this name yet.</source>
        <translation>此名称下尚无密钥。</translation>
    </message>
    <message>
        <source>The key cannot be kept here: %1.</source>
        <translation>密钥无法存放在此：%1。</translation>
    </message>
    <message>
        <source>It is not set in this program&apos;s environment now.</source>
        <translation>目前本程序的环境中没有此变量。</translation>
    </message>
    <message>
        <source>It is set.</source>
        <translation>已设置。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有此文件。</translation>
    </message>
    <message>
        <source>Others may read this file. Protect it first: chmod 600</source>
        <translation>其他人可以读取此文件。请先保护它：chmod 600</translation>
    </message>
    <message>
        <source>Only you may read it.</source>
        <translation>只有您可以读取。</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Keychain of the desktop</source>
        <translation>桌面的钥匙串</translation>
    </message>
    <message>
        <source>File that only you may read</source>
        <translation>只有您可读的文件</translation>
    </message>
    <message>
        <source>Name of the environment variable</source>
        <translation>环境变量名</translation>
    </message>
    <message>
        <source>Name in the keychain</source>
        <translation>钥匙串中的名称</translation>
    </message>
    <message>
        <source>Key to store in the keychain</source>
        <translation>要存入钥匙串的密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
</context>
<context>
    <name>assize::ui::LabelButtons</name>
    <message>
        <source>Your label</source>
        <translation>您的标注</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <comment>label, its key</comment>
        <translation>%1（按键 %2）</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>标注：%1</translation>
    </message>
    <message>
        <source>Label: %1, key %2</source>
        <translation>标注：%1，按键 %2</translation>
    </message>
    <message>
        <source>%1, checked</source>
        <translation>%1，已选中</translation>
    </message>
</context>
<context>
    <name>assize::ui::LatencyChart</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Latency of %1 replies, seconds</source>
        <translation>%1 次回复的耗时（秒）</translation>
    </message>
    <message>
        <source>Half took at most %1, 95 of 100 at most %2.</source>
        <translation>一半不超过 %1，百分之九十五不超过 %2。</translation>
    </message>
    <message>
        <source>timeouts %1</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>No reply yet.</source>
        <translation>还没有回复。</translation>
    </message>
    <message>
        <source>%1 and more: %2 replies</source>
        <translation>%1 及以上：%2 次回复</translation>
    </message>
    <message>
        <source>%1 to %2: %3 replies</source>
        <translation>%1 至 %2：%3 次回复</translation>
    </message>
</context>
<context>
    <name>assize::ui::LimitsPage</name>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Calls at the same time:</source>
        <translation>同时调用数：</translation>
    </message>
    <message>
        <source>Requests per minute:</source>
        <translation>每分钟请求数：</translation>
    </message>
    <message>
        <source>Tokens per minute:</source>
        <translation>每分钟词元数：</translation>
    </message>
    <message>
        <source>Have replies streamed in runs too</source>
        <translation>运行时也使用流式回复</translation>
    </message>
    <message>
        <source>For proxies that cut connections which are silent for long</source>
        <translation>适用于会切断长时间静默连接的代理</translation>
    </message>
    <message>
        <source>Time to connect:</source>
        <translation>连接时限：</translation>
    </message>
    <message>
        <source>Time to the first token:</source>
        <translation>首个词元时限：</translation>
    </message>
    <message>
        <source>Time between two tokens:</source>
        <translation>词元间隔时限：</translation>
    </message>
    <message>
        <source>Time for a reply:</source>
        <translation>整个回复时限：</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Currency:</source>
        <translation>货币：</translation>
    </message>
    <message>
        <source>Input tokens:</source>
        <translation>输入词元：</translation>
    </message>
    <message>
        <source>Cached input tokens:</source>
        <translation>缓存的输入词元：</translation>
    </message>
    <message>
        <source>Output tokens:</source>
        <translation>输出词元：</translation>
    </message>
    <message>
        <source>for so many tokens:</source>
        <translation>每多少词元：</translation>
    </message>
    <message>
        <source>An hour of the server:</source>
        <translation>服务每小时：</translation>
    </message>
    <message>
        <source>From these come the estimate before a run, the cost during it, and its limit.</source>
        <translation>运行前的估算、运行中的费用和费用上限都由此得出。</translation>
    </message>
</context>
<context>
    <name>assize::ui::LlamaPage</name>
    <message>
        <source>P&amp;ort:</source>
        <translation>端口(&amp;O)：</translation>
    </message>
    <message>
        <source>Calls at the &amp;same time:</source>
        <translation>同时调用数(&amp;S)：</translation>
    </message>
    <message>
        <source>Conte&amp;xt of a call, tokens:</source>
        <translation>每次调用的上下文词元数(&amp;X)：</translation>
    </message>
    <message>
        <source>Layers on the &amp;GPU:</source>
        <translation>放在 GPU 上的层数(&amp;G)：</translation>
    </message>
    <message>
        <source>F&amp;urther arguments:</source>
        <translation>其他参数(&amp;U)：</translation>
    </message>
    <message>
        <source>as the model was made for</source>
        <translation>按模型自身</translation>
    </message>
    <message>
        <source>as the program chooses</source>
        <translation>由程序决定</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The program llama-server</source>
        <translation>llama-server 程序</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>&amp;Model, a GGUF file:</source>
        <translation>模型，GGUF 文件(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Program:</source>
        <translation>程序(&amp;P)：</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Model, a GGUF file</source>
        <translation>模型，GGUF 文件</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>assize::ui::LocalServerDialog</name>
    <message>
        <source>P&amp;ort:</source>
        <translation>端口(&amp;O)：</translation>
    </message>
    <message>
        <source>Ollama is not installed, or not in the PATH of this program. Install it from ollama.com.</source>
        <translation>未安装 Ollama，或它不在本程序的 PATH 中。请从 ollama.com 安装。</translation>
    </message>
    <message>
        <source>“%1” is not installed, or not in the PATH of this program. Install llama.cpp, or choose the program.</source>
        <translation>未安装“%1”，或它不在本程序的 PATH 中。请安装 llama.cpp，或选择程序文件。</translation>
    </message>
    <message>
        <source>Choose the file of a model.</source>
        <translation>请选择模型文件。</translation>
    </message>
    <message>
        <source>It is starting: %1 s so far. Large models take minutes to load.</source>
        <translation>正在启动：已用 %1 秒。大模型需要几分钟才能加载。</translation>
    </message>
    <message>
        <source>It is up at %1. It ends with this window.</source>
        <translation>已在 %1 运行，随本窗口一起结束。</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>已结束。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Start a model server</source>
        <translation>启动模型服务</translation>
    </message>
    <message>
        <source>llama.cpp</source>
        <translation>llama.cpp</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>命令示例</translation>
    </message>
    <message>
        <source>Models are fetched with Ollama itself, for example: ollama pull NAME.</source>
        <translation>模型由 Ollama 自己下载，例如：ollama pull NAME。</translation>
    </message>
    <message>
        <source>The command that is run</source>
        <translation>所运行的命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Log of the server</source>
        <translation>服务日志</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>assize::ui::MainWindow</name>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Mode: Review</source>
        <translation>模式：审阅</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>审阅 (%1)</translation>
    </message>
    <message>
        <source>Assize</source>
        <translation>Assize</translation>
    </message>
    <message>
        <source>No session open</source>
        <translation>未打开会话</translation>
    </message>
    <message>
        <source>%1 – Assize</source>
        <comment>session name</comment>
        <translation>%1 – Assize</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的会话(&amp;R)</translation>
    </message>
    <message>
        <source>No recent sessions</source>
        <translation>没有最近的会话</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Making the sample session…</source>
        <translation>正在生成示例会话…</translation>
    </message>
    <message>
        <source>session</source>
        <comment>suggested file name</comment>
        <translation>会话</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>正在保存 %1…</translation>
    </message>
    <message>
        <source>the session is open to read only</source>
        <translation>会话以只读方式打开</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Follow the Desktop</source>
        <translation>跟随桌面(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Mode: Runs</source>
        <translation>模式：运行</translation>
    </message>
    <message>
        <source>Runs (%1)</source>
        <translation>运行（%1）</translation>
    </message>
    <message>
        <source>A run is going. Stop it?</source>
        <translation>有运行正在进行。要停止吗？</translation>
    </message>
    <message>
        <source>What was judged is kept, and the run can be resumed at any time.</source>
        <translation>已评的内容会保留，运行可以随时继续。</translation>
    </message>
    <message>
        <source>Stop and go on</source>
        <translation>停止并继续操作</translation>
    </message>
    <message>
        <source>Computing figures…</source>
        <translation>正在计算指标…</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Mode: Insights</source>
        <translation>模式：洞察</translation>
    </message>
    <message>
        <source>Insights (%1)</source>
        <translation>洞察（%1）</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>Cannot be saved</source>
        <translation>无法保存</translation>
    </message>
</context>
<context>
    <name>assize::ui::NetworkDialog</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Every host that this window has contacted since it opened. There is no other traffic: no telemetry, no look for updates, no image or link that is followed by itself.</source>
        <translation>本窗口打开以来联系过的所有主机。此外没有任何网络流量：没有遥测，不检查更新，也不会自行打开图片或链接。</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>尚未发送任何内容。</translation>
    </message>
    <message>
        <source>Hosts that were contacted</source>
        <translation>联系过的主机</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>assize::ui::OtherJudges</name>
    <message>
        <source>Other judges on this item</source>
        <translation>此条目的其他裁判</translation>
    </message>
    <message>
        <source>Fold or unfold the other judges</source>
        <translation>收起或展开其他裁判</translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>version of a judge</comment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>%1, flipped by order</source>
        <comment>verdict</comment>
        <translation>%1，换位后翻转</translation>
    </message>
</context>
<context>
    <name>assize::ui::ParserDialog</name>
    <message>
        <source>Parser of %1 v%2</source>
        <translation>%1 v%2 的解析器</translation>
    </message>
    <message>
        <source>Reply format</source>
        <translation>回复格式</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>匹配模式</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>判定对照</translation>
    </message>
    <message>
        <source>Its first group is the verdict; two groups are a score pair</source>
        <translation>第一个分组为结论；两个分组为一对评分</translation>
    </message>
    <message>
        <source>One a line: what the judge writes = A&gt;B, B&gt;A, A=B or both bad</source>
        <translation>每行一条：裁判所写 = A&gt;B、B&gt;A、A=B 或 both bad</translation>
    </message>
    <message>
        <source>What the judge wrote</source>
        <translation>裁判所写</translation>
    </message>
    <message>
        <source>What is read in it</source>
        <translation>解析结果</translation>
    </message>
    <message>
        <source>Replies read anew</source>
        <translation>已重新解析的回复</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>存为新版本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Line %1 of the labels is not “what the judge writes = label”.</source>
        <translation>判定对照第 %1 行不是“裁判所写 = 判定”的形式。</translation>
    </message>
    <message>
        <source>The regex format needs a pattern.</source>
        <translation>regex 格式需要匹配模式。</translation>
    </message>
    <message>
        <source>Change how replies are read; what comes of it shows at once, and nothing is sent.</source>
        <translation>更改回复的解析方式；结果立即显示，不会发送任何请求。</translation>
    </message>
    <message>
        <source>Saving makes the judge&apos;s next version and reads all stored replies of the run with it.</source>
        <translation>保存后成为裁判的下一版本，并用它重新解析该运行已保存的全部回复。</translation>
    </message>
    <message>
        <source>Saving reads all stored replies of the run with it. The prompt asks for another format, so what the judge writes from now on may not be readable.</source>
        <translation>保存后用它重新解析该运行已保存的全部回复。提示词要求的是另一种格式，裁判今后所写可能无法解析。</translation>
    </message>
    <message>
        <source>%1, read anew</source>
        <comment>name of a run</comment>
        <translation>%1（重新解析）</translation>
    </message>
    <message>
        <source>No reply of this judge to this item is stored.</source>
        <translation>没有保存此裁判对该条目的回复。</translation>
    </message>
</context>
<context>
    <name>assize::ui::PromptPane</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考答案</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>This item has no reference</source>
        <translation>此条目没有参考答案</translation>
    </message>
    <message>
        <source>This item has no context</source>
        <translation>此条目没有上下文</translation>
    </message>
    <message>
        <source>Prompt parts</source>
        <translation>提示的各部分</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Unfold the prompt</source>
        <translation>展开提示</translation>
    </message>
    <message>
        <source>Fold the prompt</source>
        <translation>折叠提示</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
</context>
<context>
    <name>assize::ui::PromptView</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
</context>
<context>
    <name>assize::ui::RecentRow</name>
    <message>
        <source>file not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>Remove from the list (Delete)</source>
        <translation>从列表中移除 (Delete)</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <translation>从列表中移除 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>session name, time or &apos;file not found&apos;</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>session and time, content</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>assize::ui::RecentSessions</name>
    <message>
        <source>today, %1</source>
        <comment>time of day</comment>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <comment>time of day</comment>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>最近的会话</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Sessions that you open will be listed here.</source>
        <translation>打开过的会话会列在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <comment>in a session</comment>
        <translation>
            <numerusform>%Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all labelled</source>
        <comment>72 items</comment>
        <translation>%1，已全部标注</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>72 items, 41 unlabelled</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unlabelled</source>
        <comment>items of a session</comment>
        <translation>
            <numerusform>%Ln 项未标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln disagreement(s) open</source>
        <comment>of judge and people</comment>
        <translation>
            <numerusform>%Ln 处分歧待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assize::ui::RecipesPage</name>
    <message>
        <source>Command for %1</source>
        <translation>%1 的命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command for %1</source>
        <translation>复制 %1 的命令</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add a model server for %1</source>
        <translation>为 %1 添加模型服务</translation>
    </message>
</context>
<context>
    <name>assize::ui::ReportDialog</name>
    <message>
        <source>This is the session itself. Choose another file.</source>
        <translation>这是会话本身，请另选文件。</translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>替换“%1”？</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>正在生成报告…</translation>
    </message>
    <message>
        <source>Counting %1…</source>
        <comment>a run</comment>
        <translation>正在计算 %1…</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告已写入 %1。</translation>
    </message>
    <message>
        <source>Stopped; no report was written.</source>
        <translation>已停止，没有写出报告。</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>生成报告</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>PDF</source>
        <comment>file format</comment>
        <translation>PDF</translation>
    </message>
    <message>
        <source>&amp;Sections</source>
        <translation>章节(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Disagreements shown</source>
        <translation>显示的分歧数(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>报告的章节</translation>
    </message>
    <message>
        <source>Runs the report is about</source>
        <translation>报告涉及的运行</translation>
    </message>
    <message>
        <source>Disagreements shown for each run</source>
        <translation>每次运行显示的分歧数</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Main figures</source>
        <translation>主要数字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>Charts of the report</source>
        <translation>报告中的图表</translation>
    </message>
    <message>
        <source>Charts that have nothing to compare are left out unless you choose among them.</source>
        <translation>没有可比较内容的图表不会写入报告，除非您在其中逐个选择。</translation>
    </message>
</context>
<context>
    <name>assize::ui::RequestDialog</name>
    <message>
        <source>Request for %1</source>
        <translation>%1 的请求</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>Messages sent to the judge</source>
        <translation>发给裁判的消息</translation>
    </message>
</context>
<context>
    <name>assize::ui::RequestsPane</name>
    <message>
        <source>Requests of the run</source>
        <translation>运行的请求</translation>
    </message>
    <message>
        <source>No request has ended yet.</source>
        <translation>尚无请求结束。</translation>
    </message>
    <message>
        <source>The newest %1 of %2.</source>
        <comment>requests</comment>
        <translation>%2 个中最新的 %1 个。</translation>
    </message>
</context>
<context>
    <name>assize::ui::ResponsePane</name>
    <message>
        <source>Response A</source>
        <translation>回答 A</translation>
    </message>
    <message>
        <source>Response B</source>
        <translation>回答 B</translation>
    </message>
    <message>
        <source>Answer shown as A</source>
        <translation>作为 A 显示的回答</translation>
    </message>
    <message>
        <source>Answer shown as B</source>
        <translation>作为 B 显示的回答</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <comment>length of a response</comment>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <comment>length of a response</comment>
        <translation>
            <numerusform>%Ln 词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n evidence spans</source>
        <comment>Response A, 74 words, 3 evidence spans</comment>
        <translation>
            <numerusform>%1，%2，%n 处证据</numerusform>
        </translation>
    </message>
    <message>
        <source>Too long to be shown as Markdown; this is its source.</source>
        <translation>内容过长，无法按 Markdown 显示；以下是源文本。</translation>
    </message>
    <message>
        <source>Its lines are too long for Markdown; this is its source.</source>
        <translation>行过长，无法按 Markdown 显示；以下是源文本。</translation>
    </message>
    <message>
        <source>It holds too many tables for Markdown; this is its source.</source>
        <translation>表格过多，无法按 Markdown 显示；以下是源文本。</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Response</source>
        <comment>the only one of an item</comment>
        <translation>回答</translation>
    </message>
    <message>
        <source>This answer is empty.</source>
        <translation>此回答为空。</translation>
    </message>
</context>
<context>
    <name>assize::ui::ResponsesArea</name>
    <message>
        <source>Open this address in the browser?</source>
        <translation>在浏览器中打开此地址？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <source>Answer %1, %2</source>
        <translation>回答 %1，%2</translation>
    </message>
</context>
<context>
    <name>assize::ui::ReviewPage</name>
    <message>
        <source>label on %1</source>
        <translation>对 %1 的标注</translation>
    </message>
    <message>
        <source>flag on %1</source>
        <translation>对 %1 的“留待以后”标记</translation>
    </message>
    <message>
        <source>“judge is wrong” on %1</source>
        <translation>对 %1 的“裁判错在”</translation>
    </message>
    <message>
        <source>tags on %1</source>
        <translation>%1 的标签</translation>
    </message>
    <message>
        <source>comment on %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>There is no other such item.</source>
        <translation>没有其他此类条目。</translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>This session has no items yet.</source>
        <translation>此会话还没有条目。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>No item is shown. Choose one in the list, or clear the filters.</source>
        <translation>未显示条目。请在列表中选择一个，或清除筛选。</translation>
    </message>
    <message>
        <source>Items, %1</source>
        <comment>folded list</comment>
        <translation>条目，%1</translation>
    </message>
    <message>
        <source>Items, %1 of %2</source>
        <comment>folded list</comment>
        <translation>条目，%1/%2</translation>
    </message>
    <message>
        <source>Show the item list</source>
        <translation>显示条目列表</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Show the verdict panel</source>
        <translation>显示结论面板</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>导入数据…</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <source>Name of these weights:</source>
        <translation>这组权重的名称：</translation>
    </message>
    <message>
        <source>saved weights “%1”</source>
        <translation>已存权重“%1”</translation>
    </message>
    <message>
        <source>Saved; the “…” menu of the verdict panel brings them back.</source>
        <translation>已保存；结论面板的“…”菜单可以再次使用。</translation>
    </message>
    <message>
        <source>score on %1</source>
        <translation>%1 的评分</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <comment>a label</comment>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>replies of %1 read anew</source>
        <translation>重新解析 %1 的回复</translation>
    </message>
    <message>
        <source>%1 of %2 stored replies are verdicts.</source>
        <translation>已保存的 %2 条回复中有 %1 条得出结论。</translation>
    </message>
</context>
<context>
    <name>assize::ui::RubricModel</name>
    <message>
        <source>Criterion %1</source>
        <translation>准则 %1</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>changed from %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>score A %1</source>
        <translation>A 评分 %1</translation>
    </message>
    <message>
        <source>score B %1</source>
        <translation>B 评分 %1</translation>
    </message>
    <message>
        <source>moves margin by %1 to %2</source>
        <translation>使分差向 %2 移动 %1</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>To margin</source>
        <translation>对分差贡献</translation>
    </message>
</context>
<context>
    <name>assize::ui::RunDetail</name>
    <message>
        <source>Raise the budget…</source>
        <translation>提高预算…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <comment>tokens a second</comment>
        <translation>%1 词元/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n at once</source>
        <comment>requests</comment>
        <translation>
            <numerusform>同时 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 次请求/秒</translation>
    </message>
    <message>
        <source>%1 done, %2 failed, %3 left</source>
        <translation>完成 %1，失败 %2，剩余 %3</translation>
    </message>
    <message>
        <source>Latency of %1 replies, seconds</source>
        <translation>%1 次回复的耗时（秒）</translation>
    </message>
    <message>
        <source>This run was not made since the session was opened.</source>
        <translation>打开会话以来没有进行过这次运行。</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Parts of the run</source>
        <translation>运行的各部分</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>运行日志</translation>
    </message>
    <message>
        <source>Requests by slot, last minute</source>
        <translation>最近一分钟各通道的请求</translation>
    </message>
    <message>
        <source>outlined = in flight, striped = failed</source>
        <translation>空心 = 进行中，斜纹 = 失败</translation>
    </message>
    <message numerus="yes">
        <source>%n to be asked again at the end</source>
        <comment>calls</comment>
        <translation>
            <numerusform>结束后重试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests %1</source>
        <comment>how many</comment>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
</context>
<context>
    <name>assize::ui::RunDialog</name>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 百万</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 千</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>an amount, between two bounds</comment>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Cost: not known, the endpoint has no price.</source>
        <translation>费用：未知，该端点没有价格。</translation>
    </message>
    <message>
        <source>Cost: %1 (%2 to %3)</source>
        <translation>费用：%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>No item: the judge suits none of those chosen.</source>
        <translation>没有条目：所选条目都不适合该裁判。</translation>
    </message>
    <message>
        <source>%1 calls, of which %2 have an answer already; %3 are to be made.</source>
        <translation>共 %1 次调用，其中 %2 次已有结果，还要做 %3 次。</translation>
    </message>
    <message>
        <source>The built-in judge needs no model and costs nothing.</source>
        <translation>内置裁判不需要模型，也没有费用。</translation>
    </message>
    <message>
        <source>Tokens: %1 in, %2 out</source>
        <translation>词元：输入 %1，输出 %2</translation>
    </message>
    <message numerus="yes">
        <source>As %n verdict(s) of this judge by this model took.</source>
        <translation>
            <numerusform>按该裁判在此模型上的 %n 个结论估算。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted in %n prompt(s), without the model&apos;s tokenizer.</source>
        <translation>
            <numerusform>按 %n 个提示估算，未用模型自己的分词器。</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation>正在向 %1 询问有哪些模型…</translation>
    </message>
    <message>
        <source>Counting what the run would take…</source>
        <translation>正在估算这次运行的用量…</translation>
    </message>
    <message>
        <source>Not counted. The run can be started all the same.</source>
        <translation>没有估算。仍然可以开始运行。</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>停止估算</translation>
    </message>
    <message>
        <source>Nothing is left to do. A run of its own would ask again.</source>
        <translation>没有剩余的调用。另起新的运行会重新提问。</translation>
    </message>
    <message>
        <source>&amp;Try on one item…</source>
        <translation>试评一个条目(&amp;T)…</translation>
    </message>
    <message>
        <source>Asks about the item shown in Review, or else the first one chosen; the reply shows while it comes, and is stored only if you keep it</source>
        <translation>就审阅中显示的条目提问，若没有则用所选的第一个；回复边到边显示，保留后才会存储</translation>
    </message>
</context>
<context>
    <name>assize::ui::RunForm</name>
    <message>
        <source>The endpoint has no price to count with.</source>
        <translation>该端点没有可供计算的价格。</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>judge, version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>%1 – library</source>
        <comment>judge</comment>
        <translation>%1 – 裁判库</translation>
    </message>
    <message>
        <source>%1 – comes with Assize</source>
        <comment>judge</comment>
        <translation>%1 – Assize 自带</translation>
    </message>
    <message>
        <source>Built in: counts words, needs no model</source>
        <translation>内置：统计词语，不需要模型</translation>
    </message>
    <message>
        <source>&amp;Judge:</source>
        <translation>裁判(&amp;J)：</translation>
    </message>
    <message>
        <source>&amp;Endpoint:</source>
        <translation>端点(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Items:</source>
        <translation>条目(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Orders:</source>
        <translation>顺序(&amp;O)：</translation>
    </message>
    <message>
        <source>Re&amp;ference:</source>
        <translation>参考答案(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Parallel requests:</source>
        <translation>并行请求(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Budget:</source>
        <translation>预算(&amp;B)：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Re&amp;use verdicts of:</source>
        <translation>复用结论(&amp;U)：</translation>
    </message>
    <message>
        <source>All %1</source>
        <comment>items</comment>
        <translation>全部 %1 个</translation>
    </message>
    <message>
        <source>All</source>
        <comment>items</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Those listed in Review (all)</source>
        <translation>审阅中列出的条目（全部）</translation>
    </message>
    <message>
        <source>Those listed in Review</source>
        <translation>审阅中列出的条目</translation>
    </message>
    <message>
        <source>Those of a filter</source>
        <translation>按筛选条件</translation>
    </message>
    <message>
        <source>As the judge says</source>
        <translation>按裁判的设定</translation>
    </message>
    <message>
        <source>A first</source>
        <translation>A 在前</translation>
    </message>
    <message>
        <source>B first</source>
        <translation>B 在前</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两种顺序</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Show it where there is one</source>
        <translation>有则显示</translation>
    </message>
    <message>
        <source>Leave out items without one</source>
        <translation>略去没有参考答案的条目</translation>
    </message>
    <message>
        <source>Never show it</source>
        <translation>从不显示</translation>
    </message>
    <message>
        <source>Another choice than the judge&apos;s own makes another version of the judge.</source>
        <translation>与裁判自身设定不同的选择会产生裁判的另一个版本。</translation>
    </message>
    <message>
        <source>As&amp;k the server</source>
        <translation>询问服务器(&amp;K)</translation>
    </message>
    <message>
        <source>Samples:</source>
        <translation>样本数：</translation>
    </message>
    <message>
        <source>Tokens:</source>
        <translation>词元：</translation>
    </message>
    <message>
        <source>As the endpoint says</source>
        <translation>按端点的设定</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>The judge&apos;s name</source>
        <translation>裁判的名称</translation>
    </message>
    <message>
        <source>Only this session</source>
        <translation>仅本会话</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Start a run of its &amp;own, even where one could go on</source>
        <translation>即使可以继续已有的运行，也另起新的运行(&amp;O)</translation>
    </message>
    <message>
        <source>Samples in each order</source>
        <translation>每种顺序的样本数</translation>
    </message>
    <message>
        <source>Budget in tokens</source>
        <translation>词元预算</translation>
    </message>
    <message>
        <source>Budget in cost</source>
        <translation>费用预算</translation>
    </message>
    <message>
        <source>Filter of items</source>
        <translation>条目的筛选条件</translation>
    </message>
    <message>
        <source>Session whose verdicts are reused</source>
        <translation>复用其结论的会话</translation>
    </message>
    <message>
        <source>Ask with it and without it</source>
        <translation>有无参考答案各问一次</translation>
    </message>
    <message>
        <source>Probe&amp;s:</source>
        <translation>探测(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>assize::ui::RunTableModel</name>
    <message>
        <source>imported</source>
        <comment>run without an endpoint</comment>
        <translation>导入</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no errors</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 of %2 done, %3 failed</source>
        <translation>%2 次中完成 %1 次，失败 %3 次</translation>
    </message>
    <message>
        <source>#</source>
        <comment>number of a run</comment>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>裁判</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>assize::ui::RunsPage</name>
    <message>
        <source>Run %1: %2</source>
        <comment>number, state</comment>
        <translation>运行 %1：%2</translation>
    </message>
    <message>
        <source>No runs yet. A run has one judge read the items of this session, each in both orders.</source>
        <translation>还没有运行。一次运行由一个裁判评阅本会话的条目，每个条目两种顺序各评一次。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>New run…</source>
        <translation>新建运行…</translation>
    </message>
    <message>
        <source>This session is open to read only.</source>
        <translation>本会话以只读方式打开。</translation>
    </message>
    <message>
        <source>Runs can be looked at, not started.</source>
        <translation>可以查看运行，不能开始运行。</translation>
    </message>
    <message>
        <source>Stop “%1”?</source>
        <comment>name of a run</comment>
        <translation>停止“%1”吗？</translation>
    </message>
    <message>
        <source>What was judged is kept. The run can be resumed at any time.</source>
        <translation>已评的内容会保留。运行可以随时继续。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The run may cost in all, in %1:</source>
        <comment>currency</comment>
        <translation>这次运行总共可花费（%1）：</translation>
    </message>
    <message>
        <source>Tokens that the run may take in all:</source>
        <translation>这次运行总共可用的词元数：</translation>
    </message>
    <message>
        <source>Raise the budget</source>
        <translation>提高预算</translation>
    </message>
    <message>
        <source>it is not an amount above 0</source>
        <translation>不是大于 0 的数</translation>
    </message>
    <message>
        <source>No run matches.</source>
        <translation>没有符合的运行。</translation>
    </message>
</context>
<context>
    <name>assize::ui::RunsToolbar</name>
    <message>
        <source>New run…</source>
        <translation>新建运行…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation>
            <numerusform>重试失败的 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>重试失败的调用</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>筛选运行</translation>
    </message>
</context>
<context>
    <name>assize::ui::ServerLamps</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a model server, its state</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more model server(s)</source>
        <translation>
            <numerusform>另有 %n 个模型服务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 :%2 found</source>
        <comment>a model server and its port</comment>
        <translation>发现 %1 :%2</translation>
    </message>
</context>
<context>
    <name>assize::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Response text size:</source>
        <translation>回答字号(&amp;R)：</translation>
    </message>
    <message>
        <source>Your &amp;name:</source>
        <translation>您的名字(&amp;N)：</translation>
    </message>
    <message>
        <source>Your labels are stored under this name. Another name starts without labels.</source>
        <translation>您的标注以此名字保存。换用其他名字时从零开始。</translation>
    </message>
    <message>
        <source>&amp;Folder for sessions:</source>
        <translation>会话文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>The program&apos;s own folder</source>
        <translation>程序自己的文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>assize::ui::ShortcutEditor</name>
    <message>
        <source>“%1” has this key already.</source>
        <comment>name of an action</comment>
        <translation>“%1”已使用此快捷键。</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>&amp;Keys:</source>
        <translation>快捷键(&amp;K)：</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>All standard</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>改由此操作使用</translation>
    </message>
</context>
<context>
    <name>assize::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
</context>
<context>
    <name>assize::ui::SideSwitch</name>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>全部数值</translation>
    </message>
    <message>
        <source>Beside the charts</source>
        <translation>图表旁边</translation>
    </message>
</context>
<context>
    <name>assize::ui::SlotTimeline</name>
    <message>
        <source>Requests by slot, last minute</source>
        <translation>最近一分钟各通道的请求</translation>
    </message>
    <message>
        <source>No request in the last minute.</source>
        <translation>最近一分钟没有请求。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in flight.</source>
        <translation>
            <numerusform>%n 个请求进行中。</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <comment>end of a time axis</comment>
        <translation>现在</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <comment>seconds ago</comment>
        <translation>−%1 秒</translation>
    </message>
</context>
<context>
    <name>assize::ui::StartPage</name>
    <message>
        <source>Read, question and improve the verdicts of language-model judges.</source>
        <translation>阅读、质疑并改进语言模型裁判的结论。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Open sample session</source>
        <translation>打开示例会话</translation>
    </message>
    <message>
        <source>Judged pairs, three judges, labels of two people</source>
        <translation>已评判的成对回答、三个裁判、两人的标注</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>导入数据…</translation>
    </message>
    <message>
        <source>Pairs or judge output: JSONL, JSON, CSV, YAML</source>
        <translation>成对回答或裁判输出：JSONL、JSON、CSV、YAML</translation>
    </message>
    <message>
        <source>New empty session</source>
        <translation>新建空会话</translation>
    </message>
    <message>
        <source>Import into it when you are ready</source>
        <translation>准备好后再导入数据</translation>
    </message>
    <message>
        <source>Open session…</source>
        <translation>打开会话…</translation>
    </message>
    <message>
        <source>An .assize file</source>
        <translation>.assize 文件</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Drop files anywhere in this window to import them.</source>
        <translation>将文件拖放到窗口任意位置即可导入。</translation>
    </message>
    <message>
        <source>The built-in baseline judge needs no server.</source>
        <translation>内置的基线裁判无需模型服务。</translation>
    </message>
    <message>
        <source>It scores length, overlap with the reference and format limits by fixed rules. Use it to try every screen, and as the floor your own judges have to beat.</source>
        <translation>它按固定规则评判长度、与参考答案的重合度和格式限制。可用来试用各个界面，也可作为您自己的裁判应当超过的底线。</translation>
    </message>
    <message>
        <source>See it in the sample</source>
        <translation>在示例中查看</translation>
    </message>
    <message>
        <source>Assize</source>
        <translation>Assize</translation>
    </message>
    <message>
        <source>Connect a model server…</source>
        <translation>连接模型服务…</translation>
    </message>
    <message>
        <source>Local or remote: what it can do is tested first</source>
        <translation>本机或远程：先测试它的能力</translation>
    </message>
</context>
<context>
    <name>assize::ui::TagEdit</name>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>Tag %1, Delete removes it</source>
        <translation>标签 %1，按 Delete 删除</translation>
    </message>
</context>
<context>
    <name>assize::ui::TextView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>assize::ui::TrafficModel</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>assize::ui::TryDialog</name>
    <message>
        <source>Try on one item</source>
        <translation>试评一个条目</translation>
    </message>
    <message>
        <source>%1 by %2 on %3, %4</source>
        <comment>judge, model, item, order</comment>
        <translation>%1，%2，条目 %3，%4</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>What is read in it</source>
        <translation>解析结果</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Waiting for the first words…</source>
        <translation>正在等待回复…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Stores this verdict as the run would</source>
        <translation>像运行那样存储这一结论</translation>
    </message>
    <message>
        <source>The reply is coming…</source>
        <translation>正在接收回复…</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>目前：%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Stopped. Nothing is stored.</source>
        <translation>已停止，没有存储任何内容。</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>结论：%1</translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>输入 %1、输出 %2 个词元</translation>
    </message>
    <message>
        <source>No reply: %1</source>
        <translation>没有回复：%1</translation>
    </message>
</context>
<context>
    <name>assize::ui::VerdictHeadline</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Human</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>matches human</source>
        <translation>与人工一致</translation>
    </message>
    <message>
        <source>≠ human</source>
        <translation>≠ 人工</translation>
    </message>
    <message>
        <source>Matches the human label</source>
        <translation>与人工标注一致</translation>
    </message>
    <message>
        <source>Differs from the human label</source>
        <translation>与人工标注不同</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>order, verdict</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Consistent</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Flipped by order</source>
        <translation>换位翻转</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>不完全一致</translation>
    </message>
    <message>
        <source>Weighted score and margin</source>
        <translation>加权得分与分差</translation>
    </message>
    <message>
        <source>Weighted score of A: %1</source>
        <translation>A 的加权得分：%1</translation>
    </message>
    <message>
        <source>Weighted score of B: %1</source>
        <translation>B 的加权得分：%1</translation>
    </message>
    <message>
        <source>Margin: %1, positive favours A</source>
        <translation>分差：%1，正数偏向 A</translation>
    </message>
    <message>
        <source>each order names another side</source>
        <translation>两种顺序结论相反</translation>
    </message>
    <message>
        <source>judge</source>
        <comment>legend of the bars</comment>
        <translation>裁判</translation>
    </message>
    <message>
        <source>your weights</source>
        <comment>legend of the bars</comment>
        <translation>您的权重</translation>
    </message>
    <message>
        <source>≠ human %1</source>
        <comment>what people say</comment>
        <translation>≠ 人工 %1</translation>
    </message>
</context>
<context>
    <name>assize::ui::VerdictPanel</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Raw output</source>
        <translation>原始输出</translation>
    </message>
    <message>
        <source>Compare judges</source>
        <translation>裁判对比</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>裁判</translation>
    </message>
    <message>
        <source>Judge version and run</source>
        <translation>裁判版本与运行</translation>
    </message>
    <message>
        <source>Judge this item with the built-in baseline</source>
        <translation>用内置基线裁判评判此条目</translation>
    </message>
    <message>
        <source>Raw reply of the judge</source>
        <translation>裁判的原始回复</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Margin, your weights</source>
        <translation>分差，按您的权重</translation>
    </message>
    <message>
        <source>The verdict changes with the order</source>
        <translation>结论随顺序改变</translation>
    </message>
    <message>
        <source>Scores below are those of the order chosen.</source>
        <translation>下面是所选顺序的评分。</translation>
    </message>
    <message>
        <source>Earlier attempts</source>
        <translation>先前的尝试</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message numerus="yes">
        <source>%n criteria lack a score</source>
        <translation>
            <numerusform>%n 项准则没有评分</numerusform>
        </translation>
    </message>
    <message>
        <source>Their weight is left out of the sums below.</source>
        <translation>其权重不计入下面的合计。</translation>
    </message>
    <message>
        <source>Margin %1</source>
        <translation>分差 %1</translation>
    </message>
    <message>
        <source>No criterion is switched on</source>
        <translation>没有启用任何准则</translation>
    </message>
    <message>
        <source>Repaired while reading: %1</source>
        <translation>读取时已修复：%1</translation>
    </message>
    <message>
        <source>No item is shown.</source>
        <translation>未显示条目。</translation>
    </message>
    <message>
        <source>Hidden until you label this item.</source>
        <translation>标注此条目后显示。</translation>
    </message>
    <message>
        <source>No judge has judged this session yet.</source>
        <translation>此会话还没有裁判评判过。</translation>
    </message>
    <message>
        <source>Not judged by %1.</source>
        <translation>%1 尚未评判此条目。</translation>
    </message>
    <message>
        <source>More about this verdict</source>
        <translation>关于此结论的更多操作</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save these weights under a name</source>
        <translation>为这组权重命名并保存</translation>
    </message>
    <message>
        <source>A first</source>
        <comment>order shown</comment>
        <translation>A 在前</translation>
    </message>
    <message>
        <source>B first</source>
        <comment>order shown</comment>
        <translation>B 在前</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>version of a judge</comment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Agrees with people on %1, κ %2; %3 items with both. A person&apos;s label is yours, else gold.</source>
        <translation>与人工一致 %1，κ %2；%3 项两者皆有。人工标注取您的标注，没有则取人工标签。</translation>
    </message>
    <message>
        <source>Copy the verdict</source>
        <translation>复制结论</translation>
    </message>
    <message>
        <source>Show the request…</source>
        <translation>显示请求…</translation>
    </message>
    <message>
        <source>Use saved weights</source>
        <translation>使用已存权重</translation>
    </message>
    <message>
        <source>Forget saved weights</source>
        <translation>删除已存权重</translation>
    </message>
    <message>
        <source>No verdict with %1</source>
        <comment>order</comment>
        <translation>%1 时没有结论</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>没有结论</translation>
    </message>
    <message>
        <source>Margin %1, matches human</source>
        <translation>分差 %1，与人工一致</translation>
    </message>
    <message>
        <source>Margin %1, ≠ human</source>
        <translation>分差 %1，≠ 人工</translation>
    </message>
    <message numerus="yes">
        <source>Agreement %1 → %2, %n label(s) change</source>
        <comment>judge&apos;s weights, your weights</comment>
        <translation>
            <numerusform>一致率 %1 → %2，%n 个结论改变</numerusform>
        </translation>
    </message>
    <message>
        <source>With your weights</source>
        <translation>按您的权重</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>分差</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>judge, version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>Reset the weights to the judge&apos;s own</source>
        <translation>将权重恢复为评判模型自己的权重</translation>
    </message>
    <message>
        <source>Show the raw output where it cannot be read</source>
        <translation>在无法解析处显示原始输出</translation>
    </message>
    <message>
        <source>Show the scores of the order with A first</source>
        <translation>显示 A 在前的顺序的分数</translation>
    </message>
    <message>
        <source>Show the scores of the order with B first</source>
        <translation>显示 B 在前的顺序的分数</translation>
    </message>
    <message>
        <source>Judge this item…</source>
        <translation>评判此条目…</translation>
    </message>
    <message>
        <source>Add to a run…</source>
        <translation>加入运行…</translation>
    </message>
    <message>
        <source>Judge again…</source>
        <translation>重新评判…</translation>
    </message>
    <message>
        <source>Judge this item again, by a judge of your choice</source>
        <translation>由所选裁判重新评判此条目</translation>
    </message>
    <message>
        <source>Edit parser…</source>
        <translation>编辑解析器…</translation>
    </message>
    <message>
        <source>Change how the replies of this judge are read</source>
        <translation>更改此裁判回复的解析方式</translation>
    </message>
    <message>
        <source>Edit the parser…</source>
        <translation>编辑解析器…</translation>
    </message>
</context>
<context>
    <name>assize::ui::ViewTools</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Word diff</source>
        <translation>逐词对比</translation>
    </message>
    <message>
        <source>Sync scroll</source>
        <translation>同步滚动</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tool, key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源文本</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>上下排列</translation>
    </message>
</context>
<context>
    <name>assize::ui::WindowStatus</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the task</source>
        <translation>停止任务</translation>
    </message>
    <message>
        <source>%1 of %2 labelled disagree</source>
        <translation>%2 项已标注，%1 项有分歧</translation>
    </message>
    <message>
        <source>κ %1</source>
        <comment>agreement with the judge shown</comment>
        <translation>κ %1</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa of judge and human labels</source>
        <translation>裁判与人工标注的 Cohen κ</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新运行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>calls of a run</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time</comment>
        <translation>还需 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run, progress</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>run, progress, time left or state</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation>显示运行</translation>
    </message>
    <message>
        <source>No run active</source>
        <translation>没有运行中的任务</translation>
    </message>
</context>
</TS>
