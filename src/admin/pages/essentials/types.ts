import type { View } from '../../../api/useResource';
import type { PaymentMethods, Shop } from '../../../generated/schemas';
import type { EmailSwitches } from '../../settings/useEmailSwitches';
import type { SettingsDraft } from '../../settings/useSettings';
import type { Newest } from './useNewest';

/** What each sentence gets. */
export type SentenceProps = {
	form: SettingsDraft;
	shop: Shop;
	newest: Newest;
	switches: EmailSwitches;
	/** Sellsy's older API may be used; null: not known. */
	hasV1: boolean | null;
};

export type WhatProps = SentenceProps & { methods: View< PaymentMethods > };
