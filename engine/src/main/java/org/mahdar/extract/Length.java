package org.mahdar.extract;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.mahdar.model.TimeExpression.Precision;

/**
 * A number of units of time, such as three months or some hours and a half.
 *
 * @param amount how many; empty where the words leave it open
 * @param unit the unit as {@code units.tsv} codes it: S m H D W M Y DE CE
 * @param half whether half a unit comes on top
 */
record Length(OptionalDouble amount, String unit, boolean half) {
    private static final int YEARS_OF_DECADE = 10;
    private static final int YEARS_OF_CENTURY = 100;

    /** Whether the unit is shorter than a day. */
    boolean isClock() {
        return unit.equals("H") || unit.equals("m") || unit.equals("S");
    }

    /** The duration as TIMEX3 writes it. */
    String value() {
        String body = body();
        return isClock() ? "PT" + body : "P" + body;
    }

    /** What stands behind P or PT; decades and centuries of a known number are written in years. */
    String body() {
        if (amount.isEmpty()) {
            return "X" + code(unit);
        }
        double whole = amount.getAsDouble();
        double years = years();
        if (years > 0) {
            return number(years) + "Y";
        }
        if (whole < 1) {
            return part(whole);
        }
        String plain = number(whole) + code(unit);
        if (!half) {
            return plain;
        }
        return switch (unit) {
            case "Y" -> plain + "6M";
            case "H" -> plain + "30M";
            case "m" -> plain + "30S";
            case "D" -> plain + "T12H";
            default -> number(whole + 0.5) + code(unit);
        };
    }

    /** The years that a known number of decades or centuries makes; 0 for other units. */
    double years() {
        double whole = amount.orElse(0) + (half ? 0.5 : 0);
        return switch (unit) {
            case "DE" -> whole * YEARS_OF_DECADE;
            case "CE" -> whole * YEARS_OF_CENTURY;
            default -> 0;
        };
    }

    /** A half or a quarter of one unit. */
    private String part(double share) {
        return switch (unit) {
            case "Y" -> number(share * 12) + "M";
            case "H" -> number(share * 60) + "M";
            case "m" -> number(share * 60) + "S";
            default -> number(share) + code(unit);
        };
    }

    private static String code(String unit) {
        return unit.equals("m") ? "M" : unit;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The smallest unit that the words give. */
    Precision precision() {
        return switch (unit) {
            case "S", "m", "H" -> Precision.MINUTE;
            case "D" -> Precision.DAY;
            case "W" -> Precision.WEEK;
            case "M" -> Precision.MONTH;
            case "Y" -> Precision.YEAR;
            default -> Precision.DECADE;
        };
    }
}
