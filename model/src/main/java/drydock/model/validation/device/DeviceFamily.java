package drydock.model.validation.device;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Claims to devices, and their classes.
public final class DeviceFamily {

    public static final RuleFamily RULES =
            RuleFamily.of(DeviceFamily.class, List.of(ClaimRules.RULES, RequestRules.RULES, ConfigurationRules.RULES));

    private DeviceFamily() {}
}
