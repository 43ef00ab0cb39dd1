import type { Problem } from "./problem";

// What the server sends, by business word. Figures are strings and stay strings.

export interface Me {
  id: number;
  login: string;
  name: string;
  department: number | null;
  roles: string[];
  mustChangePassword: boolean;
  secondFactor: boolean;
}

export interface DemoAccount {
  login: string;
  name: string;
  roles: string[];
  password: string;
  firstTask: string;
  firstTaskEn: string;
}

export interface Told {
  column: string | null;
  code: string;
  severity: string;
  zh: string;
  en: string;
  adviceZh: string;
  adviceEn: string;
}

export interface DepartmentYear {
  id: number;
  department: number;
  year: number;
  scheme: string;
  state: string;
  version: number;
}

export interface SchemeView {
  id: string;
  edition: string;
  title: string;
  titleEn: string;
  subject: string;
}

export interface ColumnView {
  name: string;
  label: string;
  kind: string;
  unit: string;
  required: boolean;
  allowed: string[];
  note: string;
  example: string;
}

export interface RegisterForm {
  name: string;
  label: string;
  shape: string;
  note: string;
  rowName: string;
  columns: ColumnView[];
}

export interface RegisterSummary {
  name: string;
  label: string;
  rows: number;
  errors: number;
  warnings: number;
  none: boolean;
  states: Record<string, number>;
}

export interface RowView {
  id: number;
  position: number;
  cells: Record<string, string>;
  state: string;
  version: number;
  assignedTo: number | null;
  assignedName: string | null;
  reason: string | null;
  approvedCells: Record<string, string> | null;
  changedBy: string;
  changedAt: string;
  evidence: number;
  problems: Told[];
}

export interface RegisterView {
  register: string;
  label: string;
  none: boolean;
  rows: RowView[];
  problems: Told[];
}

export interface RowOutcome {
  key: string | null;
  outcome: string;
  row: RowView | null;
  problem: Told | null;
}

export interface HistoryEntry {
  at: string;
  who: string;
  action: string;
  before: Record<string, string> | null;
  after: Record<string, string> | null;
  reason: string | null;
}

export interface EvidenceView {
  id: number;
  name: string;
  type: string;
  size: number;
  hash: string;
  column: string | null;
  by: string;
  at: string;
  preview: boolean;
}

export interface Waiting {
  kind: string;
  title: string;
  detail: string;
  register: string | null;
  row: number | null;
  department: number;
  year: number;
  due: string | null;
  daysLeft: number | null;
}

export interface DeskYear {
  department: number;
  departmentName: string;
  year: number;
  scheme: string;
  state: string;
}

export interface Desk {
  waiting: Waiting[];
  plan: PlanItem[];
  years: DeskYear[];
}

export interface CellChange {
  column: string;
  label: string;
  before: string;
  after: string;
}

export interface ReviewRow {
  register: string;
  label: string;
  title: string;
  row: RowView;
  changed: CellChange[];
  actions: string[];
}

export interface ReviewOutcome {
  id: number;
  outcome: string;
  row: RowView | null;
  problem: Told | null;
}

export interface ReviewStep {
  from: string;
  action: string;
  roles: string[];
  to: string;
  reasonNeeded: boolean;
  notOwn: boolean;
}

export interface PlanItem {
  id: number;
  title: string;
  register: string | null;
  role: string;
  person: string | null;
  due: string;
  daysLeft: number | null;
  workingDaysLeft: number | null;
  state: string;
  version: number;
}

export interface GoalFinding {
  register: string;
  row: number | null;
  code: string;
  severity: string;
  zh: string;
  en: string;
  adviceZh: string;
  adviceEn: string;
}

export interface Coverage {
  tasks: number;
  tasksWithIndicator: number;
  budget: string;
  budgetCovered: string;
  share: string;
}

export interface GoalQuality {
  findings: GoalFinding[];
  coverage: Coverage;
}

export interface BudgetLine {
  id: number | null;
  level: string;
  label: string;
  initial: string | null;
  adjustment: string | null;
  adjusted: string | null;
  actualSpending: string | null;
  rate: string | null;
}

export interface BudgetView {
  lines: BudgetLine[];
  identities: Told[];
}

export interface ExecutionMonth {
  month: string;
  rate: string;
  capped: string;
  time: string;
}

export interface ExecutionNeed {
  month: string;
  rate: string;
  zh: string;
  en: string;
}

export interface ExecutionView {
  months: ExecutionMonth[];
  cappedMean: string | null;
  score: string | null;
  weight: string | null;
  criterion: string | null;
  needed: ExecutionNeed[];
  problems: Told[];
}

export interface TraceStep {
  expression: string;
  expressionEn?: string;
  value: unknown;
  kind: string;
  note: string;
  steps: TraceStep[];
}

export interface ScoreProblem {
  code: string;
  severity: string;
  place: string;
  zh: string;
  en: string;
}

export interface CriterionScore {
  id: string;
  name: string;
  nameEn?: string;
  level: string;
  weight: string;
  score: string | null;
  rate: string | null;
  status: string;
  trace: TraceStep[];
  basis: { source: string; clause: string; inForce: string; provenance: string; verified: boolean | string };
  note: string;
  losses: { points: string; reason: ScoreProblem }[];
  problems: ScoreProblem[];
  criteria: CriterionScore[];
}

export interface Evaluation {
  scheme: { id: string; edition: string; hash: string; title: string; titleEn?: string };
  facts: { hash: string };
  project?: string;
  whatIf?: string[];
  before?: { total: string; grade: string | null };
  total: string;
  attainable: string;
  grade: string | null;
  criteria: CriterionScore[];
  problems: ScoreProblem[];
}

export interface Owed {
  criterion: string;
  criterionName: string;
  weight: string;
  register: string | null;
  label: string;
  people: string[];
  problem: Told;
}

export interface EvaluationView {
  evaluation: Evaluation;
  owed: Owed[];
}

export interface Snapshot {
  id: number;
  label: string;
  scheme: string;
  edition: string;
  total: string;
  grade: string | null;
  schemeHash: string;
  factsHash: string;
  takenBy: string;
  takenAt: string;
}

export interface ScoreDifference {
  id: string;
  name: string;
  level: string;
  weightBefore: string | null;
  weightAfter: string | null;
  before: string | null;
  after: string | null;
  difference: string | null;
}

export interface ScoreComparison {
  total: ScoreDifference;
  lines: ScoreDifference[];
}

export interface ProjectScore {
  code: string;
  name: string;
  total: string;
  attainable: string;
  grade: string | null;
}

export interface ProjectScores {
  scheme: string;
  title: string;
  schemes: string[];
  projects: ProjectScore[];
}

export interface Figure {
  key: string;
  text: string;
  from: string;
}

export interface Job {
  id: number;
  state: string;
  done: number;
  total: number;
  step: string;
  result: unknown;
  problems: Problem[];
}

export interface ReportFile {
  name: string;
  size: number;
}

export interface ReportView {
  id: number;
  number: number;
  state: string;
  at: string;
  by: string;
  snapshot: number;
  errors: number;
  warnings: number;
  version: number;
  reason: string | null;
  publishedAt: string | null;
  files: ReportFile[];
  actions: string[];
}

export interface FigureDifference {
  key: string;
  before: string | null;
  after: string | null;
}

export interface Where {
  page?: number | string | null;
  line?: number | string | null;
  quote?: string | null;
}

export interface Finding {
  kind: string;
  code: string;
  severity: string;
  stated: string | null;
  expected: string | null;
  message: string;
  messageEn?: string;
  explanation: string | null;
  where: Where | null;
}

/** What the auditor says of one document, as `audit --format json` does. */
export interface AuditedDocument {
  document: string;
  read: { pages: number; figures: number; relations: number; unread: number } | null;
  findings: Finding[];
}

export interface ImportRegister {
  name: string;
  label: string;
  added: number;
  changed: number;
  same: number;
  heldUp: number;
  problems: Told[];
}

export interface ImportView {
  id: number;
  file: string;
  state: string;
  at: string;
  by: string;
  registers: ImportRegister[];
  problems: Told[];
}

export interface SourceView {
  id: number;
  name: string;
  kind: string;
  definition: string;
  indicator: string | null;
  unit: string;
  hasToken: boolean;
}

export interface SourceValue {
  id: number;
  period: string;
  value: string;
  definition: string;
  at: string;
}

export interface AuditView {
  id: number;
  file: string;
  at: string;
  by: string;
  state: string;
  errors: number;
  warnings: number;
  notes: number;
}

export interface AuditFinding extends Finding {
  number: number;
  disposition: string | null;
  reason: string | null;
}

export interface AuditDetail extends AuditView {
  pages: number;
  findings: AuditFinding[];
  read: { pages: number; figures: number; relations: number; unread: number } | null;
}

export interface Region {
  id: number;
  code: string;
  name: string;
  parent: number | null;
  version: number;
}

export interface Department {
  id: number;
  code: string;
  name: string;
  shortName: string | null;
  region: number;
  closed: string | null;
  version: number;
}

export interface Unit {
  id: number;
  department: number;
  code: string;
  name: string;
  kind: string;
  staffEstablishment: number | null;
  staffInPost: number | null;
  closed: string | null;
  version: number;
}

export interface Office {
  id: number;
  department: number;
  unit: number | null;
  name: string;
  closed: string | null;
  version: number;
}

export interface Person {
  id: number;
  department: number | null;
  unit: number | null;
  office: number | null;
  name: string;
  post: string | null;
  userAccount: number | null;
  departed: string | null;
  version: number;
}

export interface AccountState {
  id: number;
  login: string;
  name: string;
  closed: boolean;
  locked: boolean;
  mustChangePassword: boolean;
  secondFactor: boolean;
  lastSignIn: string | null;
}

export interface User {
  account: AccountState;
  person: number | null;
  department: number | null;
  departmentName: string | null;
  roles: string[];
}

export interface OpenedAccount {
  id: number;
  login: string;
  oneTimePassword: string;
}

export interface Appointment {
  id: number;
  person: number;
  role: string;
  starts: string;
  ends: string | null;
  reason: string;
  version: number;
}

export interface RoleView {
  id: string;
  zh: string;
  en: string;
  reach: string;
  administrator: boolean;
}

export interface PermissionRow {
  method: string;
  path: string;
  zh: string;
  en: string;
  audience: string;
  roles: string[];
}

export interface TrailEntry {
  chain: number;
  number: number;
  at: string;
  login: string;
  roles: string;
  address: string;
  action: string;
  kind: string;
  subject: string;
  department: number | null;
  before: unknown;
  after: unknown;
  reason: string | null;
}

export interface TrailPage {
  entries: TrailEntry[];
  next: string | null;
}

export interface TrailReport {
  chains: number;
  entries: number;
  sound: boolean;
  findings: { code: string; zh: string; en: string }[];
}
