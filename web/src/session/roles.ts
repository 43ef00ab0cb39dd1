import { words } from "../language/words";

const names = words({
  preparer: ["填报人", "Preparer"],
  reviewer: ["审核人", "Reviewer"],
  head: ["部门负责人", "Head of department"],
  "performance-officer": ["部门绩效管理员", "Performance officer"],
  bureau: ["财政局", "Finance bureau"],
  auditor: ["审计与第三方", "Auditor"],
  "system-administrator": ["系统管理员", "System administrator"],
  "security-administrator": ["安全管理员", "Security administrator"],
  "audit-administrator": ["审计管理员", "Audit administrator"],
});

export function roleName(role: string): string {
  return (names as Readonly<Record<string, string>>)[role] ?? role;
}
