package drydock.model.cel;

import static drydock.model.cel.Types.LIST;
import static drydock.model.cel.Types.TEXT;
import static drydock.model.cel.Types.TEXTS;
import static drydock.model.cel.Types.WHOLE;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/// What regular expressions find, and texts made of parts (`apiserver/pkg/cel/library/regex.go`,
/// `cel-go/ext/strings.go`).
final class RegexFunctions {

    private RegexFunctions() {}

    static void add(FunctionSet functions) {
        functions.member("find", TEXT.cel(), TEXT, TEXT, RegexFunctions::find);
        functions.member("findAll", TEXTS, TEXT, TEXT, (text, pattern) -> findAll(text, pattern, Long.MAX_VALUE));
        functions.member("findAll", TEXTS, TEXT, TEXT, WHOLE, RegexFunctions::findAll);
        functions.member("format", TEXT.cel(), TEXT, LIST, TextFormat::format);
    }

    private static String find(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group() : "";
    }

    /// @param most how many are told; all of them if it is below 0
    private static List<String> findAll(String text, String pattern, long most) {
        List<String> all = new ArrayList<>();
        Matcher found = Pattern.compile(pattern).matcher(text);
        while ((most < 0 || all.size() < most) && found.find()) {
            all.add(found.group());
        }
        return all;
    }
}
