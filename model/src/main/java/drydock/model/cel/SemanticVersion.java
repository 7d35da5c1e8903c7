package drydock.model.cel;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version as semver.org writes it; what is behind a plus sign is left out.
///
/// @param before what it comes before, as `rc.1`: its parts; empty if it is a release
record SemanticVersion(long major, long minor, long patch, List<String> before) implements Comparable<SemanticVersion> {

    private static final String NUMBER = "(0|[1-9]\\d{0,17})";
    private static final Pattern FORM = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER
            + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");
    private static final Comparator<SemanticVersion> NUMBERS = Comparator.comparingLong(SemanticVersion::major)
            .thenComparingLong(SemanticVersion::minor)
            .thenComparingLong(SemanticVersion::patch);

    SemanticVersion {
        before = List.copyOf(before);
    }

    static Optional<SemanticVersion> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<String> before =
                form.group(4) == null ? List.of() : List.of(form.group(4).split("\\."));
        return Optional.of(new SemanticVersion(
                Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), Long.parseLong(form.group(3)), before));
    }

    /// A version that may be written with a `v` in front, with fewer than three numbers, or with zeros before them.
    static Optional<SemanticVersion> ofLoose(String text) {
        String plain = text.startsWith("v") ? text.substring(1) : text;
        int end = 0;
        while (end < plain.length() && "0123456789.".indexOf(plain.charAt(end)) >= 0) {
            end++;
        }
        StringBuilder numbers = new StringBuilder();
        String[] parts = plain.substring(0, end).split("\\.", -1);
        for (int i = 0; i < Math.max(3, parts.length); i++) {
            String part = i < parts.length ? parts[i].replaceFirst("^0+(?=\\d)", "") : "0";
            numbers.append(i == 0 ? "" : ".").append(part);
        }
        return of(numbers + plain.substring(end));
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int numbers = NUMBERS.compare(this, other);
        if (numbers != 0) {
            return numbers;
        } else if (before.isEmpty() || other.before.isEmpty()) {
            return Boolean.compare(before.isEmpty(), other.before.isEmpty());
        }
        for (int i = 0; i < Math.min(before.size(), other.before.size()); i++) {
            int parts = compare(before.get(i), other.before.get(i));
            if (parts != 0) {
                return parts;
            }
        }
        return Integer.compare(before.size(), other.before.size());
    }

    /// Numbers come in their order, before all that is none.
    private static int compare(String one, String other) {
        boolean number = one.chars().allMatch(Character::isDigit);
        boolean otherNumber = other.chars().allMatch(Character::isDigit);
        if (number && otherNumber) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        return number == otherNumber ? one.compareTo(other) : Boolean.compare(otherNumber, number);
    }
}
