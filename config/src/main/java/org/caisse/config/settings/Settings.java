package org.caisse.config.settings;

import org.caisse.config.text.Language;
import org.caisse.domain.pack.FundSettings;

/**
 * What a workspace sets.
 *
 * @param fund the fund's name, values and accounts
 * @param packId the scheme it applies, such as {@code bf-amu}
 * @param language of files and screens unless a run says otherwise
 */
public record Settings(FundSettings fund, String packId, Language language) {}
