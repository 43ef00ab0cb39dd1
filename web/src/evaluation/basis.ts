/**
 * Where rules come from, as the schemes say it, in English. Names of documents are given beside their own; a text that is not
 * here stays as it is. A test holds this against the schemes.
 */
const english: Readonly<Record<string, string>> = {
  "广州市市级部门整体支出绩效评价自评表（无专项资金，2023 年度）": "self-evaluation form for municipal departments of Guangzhou without earmarked funds, 2023",
  "部门整体支出绩效评价指标表（投入、过程、产出、效果，2016 年）": "indicators for evaluating a department’s spending (input, process, output, effect), 2016",
  "重庆市 2021 年度部门整体绩效自评表（公开表样）": "self-evaluation form for departments of Chongqing, 2021, as published",
  "财预〔2021〕101号 中央部门项目支出核心绩效目标和指标设置及取值指引（试行）": "Ministry of Finance, Caiyu [2021] 101: core goals and indicators of projects of central departments (on trial)",
  "财预〔2020〕10号 项目支出绩效评价管理办法": "Ministry of Finance, Caiyu [2020] 10: evaluation of project spending",
  "四川省 2023 年度项目支出绩效自评表（报表编号 510000_0013zp）": "self-evaluation form for projects of Sichuan, 2023 (form 510000_0013zp)",
  政府采购法: "Government Procurement Law",
  法条读自公开的法规文本: "the article was read in the published law",
  "执行 10 分、指标 90 分及“低于 90% 须说明原因”读自公开的两份自评表；按完成比例计分为通行做法": "10 points for execution, 90 for indicators and “below 90% needs a reason” were read in two published forms; points in proportion are the usual way",
  "分值 10、50、30、10 见于 2022 年公开的两份项目自评表（县级水利局、乡镇）的表注；计分方法凭记忆，可信度高，未核对办法原文": "weights 10, 50, 30, 10 stand in the notes of two project forms published in 2022 (a county water bureau, a township); the method is from memory, quite sure, not compared with the source",
  "分值 20 读自公开的 2023 年度自评报告；按完成比例计分为通行做法，凭记忆，可信度高": "the weight of 20 was read in a published self-evaluation of 2023; points in proportion are the usual way, from memory, quite sure",
  "分值和计分公式读自公开的 2023 年度自评报告": "weight and formula were read in a published self-evaluation of 2023",
  "分值和计分方法读自公开摘录；属湖南一类的判断凭记忆，可信度中": "weight and method were read in published excerpts; that it is of the Hunan kind is from memory, fairly sure",
  "指标名称为同类指标表所常见；分值和计分方法为设定，使总分满 100 分": "the name is usual in such tables; weight and method were set here, so that the total is 100",
  "指标名称凭记忆重建，可信度中高；分值凭记忆，可信度低至中，各组合计与公布的 50 分相符；计分方法参照所引法规和通行做法，未与附件核对": "the name is from memory, fairly to quite sure; the weight is from memory, unsure to fairly sure, groups add up to the published 50; the method follows the rules cited and the usual way, not compared with the annex",
  "指标名称和分值取自公开表样；表样不写计分方法，方法按通行做法设定": "name and weight were taken from the published form; it gives no method, the usual one was set",
  "文件名称和印发日期已核对；分值 10、20、40、20、10 和计分方法凭记忆，可信度高，未核对原文": "title and date of the document were checked; weights 10, 20, 40, 20, 10 and the method are from memory, quite sure, not compared with the source",
  "百分制、履职效能 50 分、管理效能 50 分、履职效能三项分值和支出率公式读自公开的 2023 年度自评报告；其余见各指标": "100 points, 50 for duties, 50 for management, the three weights of duties and the formula of execution were read in a published self-evaluation of 2023; for the rest see each criterion",
  "表样中履职指标逐项列出，每项 5 至 10 分；这里按类合并，分值为使总分满 100 分而设定": "the form lists each indicator of duties with 5 to 10 points; here they are put together by class, with weights that make 100",
  "计分方法读自公开摘录，分值为设定": "the method was read in published excerpts, the weight was set",
};

/** The same in English, or nothing. */
export function inEnglish(text: string): string | undefined {
  return english[text];
}
