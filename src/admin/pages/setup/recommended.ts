import { type Edits, NO_EDITS, withGroup, withTop } from '../../settings/edits';
import { wayOf, withWay } from '../../settings/delivery';
import type { Settings } from '../../../generated/schemas';
import { hasRules } from '../documents/rules';
import { editsOf, whatOf } from '../essentials/what';

const COMPANY_DAYS = 30;

/**
 * What stands in the sentences at first; nothing of a shop that is at work. Whether invoices are final is left to a
 * person: a number that was given is gone for good.
 */
export function recommended( saved: Settings ): Edits {
	if ( whatOf( saved ) !== 'none' ) {
		return NO_EDITS;
	}
	const { creditnote, shopper } = saved;
	const edits = [
		( to: Edits ) =>
			withGroup( to, 'creditnote', {
				enabled: true,
				...( ! creditnote.enabled &&
					! hasRules( creditnote ) && { finalise: 'at_once' } ),
			} ),
		( to: Edits ) => withGroup( to, 'payments', { enabled: true } ),
		( to: Edits ) =>
			withTop( to, {
				checkout_numbers: true,
				checkout_company_box: true,
			} ),
		( to: Edits ) =>
			withGroup( to, 'shopper', {
				company_days: shopper.company_days || COMPANY_DAYS,
			} ),
	].reduce( ( to, add ) => add( to ), editsOf( 'paid', saved ) );
	return wayOf( saved ) === 'none' ? withWay( edits, 'link', saved ) : edits;
}
