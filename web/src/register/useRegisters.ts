import { computed, type ComputedRef } from "vue";
import { type Query, useQuery } from "../server/query";
import type { DepartmentYear, RegisterForm, RegisterSummary } from "../server/types";
import { has } from "../session/session";
import { usePlace } from "../shell/place";

export interface Registers {
  forms: Query<{ registers: RegisterForm[] }>;
  summaries: Query<RegisterSummary[]>;
  form: (name: string) => RegisterForm | undefined;
  summary: (name: string) => RegisterSummary | undefined;
  closed: ComputedRef<boolean>;
  editable: ComputedRef<boolean>;
}

/** What can be filled in for the department year of this page, and how far it is. */
export function useRegisters(): Registers {
  const { base, department, year } = usePlace();
  const forms = useQuery<{ registers: RegisterForm[] }>(() => `${base.value}/vocabulary`);
  const summaries = useQuery<RegisterSummary[]>(() => `${base.value}/registers`);
  const years = useQuery<DepartmentYear[]>(() => `/api/departments/${department.value}/years`);
  const closed = computed(() => years.data.value?.find((each) => each.year === year.value)?.state === "closed");
  return {
    forms,
    summaries,
    form: (name) => forms.data.value?.registers.find((each) => each.name === name),
    summary: (name) => summaries.data.value?.find((each) => each.name === name),
    closed,
    editable: computed(() => !closed.value && has("preparer", "performance-officer")),
  };
}
