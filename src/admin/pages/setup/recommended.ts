import { type Edits, NO_EDITS, withGroup, withTop } from '../../settings/edits';
import { wayOf, withWay } from '../../settings/delivery';
import { enabledKinds } from '../../settings/kinds';
import type { Kind, Settings } from '../../../generated/schemas';
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
	].reduce( ( to, add ) => add( to ), editsOf( 'paid', saved, null ) );
	return wayOf( saved ) === 'none' ? withWay( edits, 'link', saved ) : edits;
}

/** Sellsy asks for one with every document; those that are on have theirs, or none by their owner's will. */
export const withCategories = (
	value: Settings,
	saved: Settings,
	category: number | null
): Settings =>
	enabledKinds( value )
		.filter(
			( kind ) =>
				! saved[ kind ].enabled &&
				value[ kind ].rate_category_id === null
		)
		.reduce< Settings >(
			( to, kind: Kind ) => ( {
				...to,
				[ kind ]: { ...to[ kind ], rate_category_id: category },
			} ),
			value
		);
