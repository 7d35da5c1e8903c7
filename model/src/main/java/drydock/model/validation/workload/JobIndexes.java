package drydock.model.validation.workload;

/// Numbers of Pods as a text, `0,2-4` (`pkg/apis/batch/validation/validation.go validateIndexesFormat`,
/// `parseIndexInterval`).
///
/// @param count how many there are, up to where something is wrong
/// @param problem what is wrong, in the API server's words; empty if nothing is
record JobIndexes(long count, String problem) {

    /// @param completions how many numbers there are, from 0
    static JobIndexes parse(String text, long completions) {
        if (text.isEmpty()) {
            return new JobIndexes(0, "");
        }
        long count = 0;
        long last = -1;
        for (String interval : text.split(",", -1)) {
            String[] limits = interval.split("-", -1);
            if (limits.length > 2) {
                return wrong("the fragment \"" + interval + "\" violates the requirement that an index interval can "
                        + "have at most two parts separated by '-'");
            }
            long[] numbers = new long[limits.length];
            for (int i = 0; i < limits.length; i++) {
                if (!limits[i].matches("[-+]?\\d{1,18}")) {
                    return wrong("cannot convert string to integer for index: \"" + limits[i] + "\"");
                }
                numbers[i] = Long.parseLong(limits[i]);
                if (numbers[i] >= completions) {
                    return wrong("too large index: \"" + limits[i] + "\"");
                }
            }
            long end = numbers[numbers.length - 1];
            if (numbers.length == 2 && numbers[0] >= end) {
                return wrong("non-increasing order, previous: " + numbers[0] + ", current: " + end);
            }
            if (numbers[0] <= last) {
                return wrong("non-increasing order, previous: " + last + ", current: " + numbers[0]);
            }
            count += end - numbers[0] + 1;
            last = end;
        }
        return new JobIndexes(count, "");
    }

    private static JobIndexes wrong(String problem) {
        return new JobIndexes(0, problem);
    }
}
