package drydock.sim.container;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/// `sleep N[smhd]…`: ends after that much virtual time.
final class SleepCommand implements Command {

    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000L);

    @Override
    public void run(ContainerProcess process) {
        if (process.operands().isEmpty()) {
            process.complain("sleep: missing operand\n");
            process.exit(1);
            return;
        }
        BigDecimal seconds = BigDecimal.ZERO;
        for (String operand : process.operands()) {
            String text = operand.toLowerCase(Locale.ROOT);
            if (text.equals("infinity") || text.equals("inf")) {
                return;
            }
            if (!text.matches("\\d{1,18}(\\.\\d{1,9})?[smhd]?")) {
                process.complain("sleep: invalid number '" + operand + "'\n");
                process.exit(1);
                return;
            }
            char unit = text.charAt(text.length() - 1);
            long factor = unit == 'm' ? 60 : unit == 'h' ? 3600 : unit == 'd' ? 86_400 : 1;
            String number = Character.isLetter(unit) ? text.substring(0, text.length() - 1) : text;
            seconds = seconds.add(new BigDecimal(number).multiply(BigDecimal.valueOf(factor)));
        }
        Duration delay =
                Duration.ofNanos(seconds.min(MOST_SECONDS).movePointRight(9).longValue());
        process.after(delay, () -> process.exit(0));
    }
}
