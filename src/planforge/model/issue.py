"""The notice under which a plan is issued (发文)."""

from .entry import Entry, key
from .names import Names
from .shapes import Text
from .when import When


class Issue(Entry):
    """A notice that issues the plan (通知); the plan becomes its attachment."""

    mark: str = key(
        "发文机关标志",
        "發文機關標誌",
        default="",
        about="版头的红字；不写用“单位”加“文件”",
        en="Red letters at the head; the organization and 文件 when absent",
        example="青禾县总工会文件",
    )
    number: str = key(
        "发文字号",
        "發文字號",
        default="",
        about="发文字号",
        en="Number of the document",
        example="青工发〔2027〕3号",
    )
    signer: str = key(
        "签发人",
        "簽發人",
        default="",
        about="签发人，只有上行文才写",
        en="Who signed it off; only in documents to a higher body",
        example="××",
    )
    title: str = key(
        "标题",
        "標題",
        default="",
        about="通知的标题；不写用“……关于印发《……》的通知”",
        en="Title of the notice; 关于印发《…》的通知 when absent",
        example="青禾县总工会关于印发2027年工作计划的通知",
    )
    addressees: Names = key(
        "主送",
        "主送",
        "主送机关",
        "主送機關",
        default=(),
        about="主送机关；不写用计划的“主送”",
        en="Whom the notice is addressed to; those of the plan when absent",
        example=["各基层工会"],
    )
    text: Text = key(
        "正文",
        "正文",
        "内容",
        "內容",
        default="",
        about="通知的正文，每行一段；不写用通行的一句话",
        en="Text of the notice, one paragraph per line; the usual sentence when absent",
        example="现将计划印发给你们，请认真落实。",
    )
    copies: Names = key(
        "抄送",
        default=(),
        about="抄送机关",
        en="Who gets a copy",
        example=["青禾县委办公室"],
    )
    printed_by: str = key(
        "印发机关",
        "印發機關",
        default="",
        about="印发机关；不写用“单位”",
        en="Who had it printed; the organization when absent",
        example="青禾县总工会办公室",
    )
    printed_on: When | None = key(
        "印发日期",
        "印發日期",
        default=None,
        about="印发日期；不写用成文日期",
        en="Date of printing; that of the signature when absent",
        example="2027-01-10",
    )
