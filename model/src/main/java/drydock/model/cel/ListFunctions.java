package drydock.model.cel;

import static drydock.model.cel.Types.ANY;
import static drydock.model.cel.Types.BOOL;
import static drydock.model.cel.Types.INT;
import static drydock.model.cel.Types.LIST;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Lists of numbers, texts and times (`apiserver/pkg/cel/library/lists.go`).
final class ListFunctions {

    /// Values of one list have one type; of two types neither comes first.
    private static final Comparator<Object> ORDER = ListFunctions::compare;

    private ListFunctions() {}

    static void add(FunctionSet functions) {
        functions.member("isSorted", BOOL, LIST, ListFunctions::isSorted);
        functions.member("sum", ANY.cel(), LIST, ListFunctions::sum);
        functions.member("min", ANY.cel(), LIST, list -> Collections.min(filled(list, "min"), ORDER));
        functions.member("max", ANY.cel(), LIST, list -> Collections.max(filled(list, "max"), ORDER));
        functions.member("indexOf", INT, LIST, ANY, (list, value) -> (long) list.indexOf(value));
        functions.member("lastIndexOf", INT, LIST, ANY, (list, value) -> (long) list.lastIndexOf(value));
        functions.member("includes", BOOL, ANY, ANY, ListFunctions::includes);
    }

    private static boolean includes(Object in, Object value) {
        return in instanceof List<?> list ? list.contains(value) : in.equals(value);
    }

    private static boolean isSorted(List<Object> list) {
        for (int i = 1; i < list.size(); i++) {
            if (ORDER.compare(list.get(i - 1), list.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Object sum(List<Object> list) {
        Object sum = list.isEmpty() ? Long.valueOf(0) : list.getFirst();
        for (Object next : list.subList(Math.min(1, list.size()), list.size())) {
            sum = plus(sum, next);
        }
        return sum;
    }

    private static Object plus(Object one, Object other) {
        if (one instanceof Long a && other instanceof Long b) {
            return Math.addExact(a, b);
        } else if (one instanceof Double a && other instanceof Double b) {
            return a + b;
        } else if (one instanceof Duration a && other instanceof Duration b) {
            return a.plus(b);
        }
        throw new IllegalArgumentException("no such overload");
    }

    private static List<Object> filled(List<Object> list, String function) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(function + " called on empty list");
        }
        return list;
    }

    @SuppressWarnings("unchecked") // what has another type is told by the exception
    private static int compare(Object one, Object other) {
        try {
            return ((Comparable<Object>) one).compareTo(other);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("no such overload", e);
        }
    }
}
