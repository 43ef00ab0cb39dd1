import { computed, type ComputedRef } from "vue";
import { useRoute } from "vue-router";

export interface Place {
  department: ComputedRef<number>;
  year: ComputedRef<number>;
  /** The path of the server under which everything of this department year stands. */
  base: ComputedRef<string>;
  /** The path of the pages of this department year. */
  page: ComputedRef<string>;
}

/** Which department and year the page is about, from its address. */
export function usePlace(): Place {
  const route = useRoute();
  const department = computed(() => Number(route.params["department"] ?? 0));
  const year = computed(() => Number(route.params["year"] ?? 0));
  return {
    department,
    year,
    base: computed(() => `/api/departments/${department.value}/years/${year.value}`),
    page: computed(() => `/d/${department.value}/${year.value}`),
  };
}
