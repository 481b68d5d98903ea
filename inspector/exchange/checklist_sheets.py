"""The words of the checklist workbook: sheets, columns and what each column means (the author's form of the office)."""

from dataclasses import dataclass

ITEMS_SHEET = "检查项"
HEAD_SHEET = "表头"
HINTS_SHEET = "填写说明"

YES_NO = {"是": "yes", "否": "no"}
FINISH_WORDS = {"全部查完": "all-answered", "红线项查完": "veto-answered", "不合格须有照片": "photos"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column (or a row of the head sheet): its name, the field it holds, its width in characters, its meaning."""

    name: str
    field: str
    width: int
    meaning: str
    choices: tuple[str, ...] = ()
    """Offered in a drop-down; other values may be typed unless `closed`."""
    closed: bool = False


SECTION_CODE = "section_code"
SECTION_TITLE = "section_title"

COLUMNS = (
    Column("分节编码", SECTION_CODE, 9, "本项所在分节的编码，如 01；同一编码的行算一节"),
    Column("分节", SECTION_TITLE, 12, "分节的名称，如 公益宣传"),
    Column("编码", "code", 12, "检查项编码，全表不重复，发布以后不要改，如 GY-02-01"),
    Column("检查项", "text", 46, "检查的内容"),
    Column("类别", "category", 12, "类别；不填就用分节的名称"),
    Column(
        "判定方式",
        "judging",
        14,
        "PF 合格不合格；C0/1/2 数毛病分档；N≥3 至少几处，N≥1/200m 每多少米几处；N=0 一处也不能有；"
        "M≥300㎡ M≤2天 量数值；R%≥95 抽查比例；Q3/5 问 5 人至少 3 人答对；C≤3/10min 计时计次",
        ("PF", "C0/1/2", "N≥1", "N=0", "M≤2天", "R%≥95", "Q3/5", "C≤3/10min"),
    ),
    Column("权重", "weight", 6, "1 到 100 的整数，常用 1、2、3", ("1", "2", "3")),
    Column("责任单位", "unit", 20, "默认责任单位；不填就用表头的默认责任单位；几个单位用 / 隔开，第一个牵头"),
    Column(
        "整改时限",
        "time_limit",
        10,
        "立行立改、3天、5个工作日、长期",
        ("立行立改", "3天", "7天", "15天", "30天", "长期"),
    ),
    Column("红线", "veto", 14, "不合格就单独标出的，写明理由；不是红线就空着"),
    Column("不合格须拍照", "photo_required", 8, "是 或 否；不填就是 是", ("是", "否"), closed=True),
    Column("判定说明", "counts", 34, "怎样算、怎样数"),
    Column("不算的情形", "not_counted", 24, "哪些情形不算"),
    Column("常用描述", "phrases", 24, "不合格时先给出的描述，一行一条（格内换行用 Alt+Enter），第一条预先填好"),
    Column("整改要求", "requirement", 24, "预先填好的整改要求"),
    Column("依据", "basis", 6, "S 有来源，G 通用项，I 推断；不填就是 S", ("S", "G", "I"), closed=True),
    Column("专题", "topics", 14, "所属专题，一行一个"),
)

HEAD_ROWS = (
    Column("编码", "code", 0, "检查表编码，大写字母或数字，如 GY"),
    Column("版本", "version", 0, "版本；内容改了就要换新版本"),
    Column("名称", "title", 0, "检查表的名称"),
    Column("点位类型", "kind", 0, "点位类型的编码"),
    Column("走法", "walk", 0, "检查时怎样走、看哪里，显示在检查页上方"),
    Column("说明", "note", 0, "对整张表的说明"),
    Column("默认责任单位", "default_unit", 0, "没有另写责任单位的检查项归它"),
    Column("完成规则", "finish_rules", 0, "一行一条：全部查完、红线项查完、不合格须有照片"),
)
