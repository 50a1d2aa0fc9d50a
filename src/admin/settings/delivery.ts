import type { Settings } from '../../generated/schemas';
import type { CustomerEmailId } from './customerEmails';
import { type Edits, withGroup } from './edits';
import { SHOPPER_KINDS } from './shopper';

/** How customers get their documents; `page`: only who has an account, or finds the order's page, does. */
export type Way = 'link' | 'pdf' | 'sellsy' | 'page' | 'none';

/** Whichever of them an order brings about, one leads to its page: a guest has no other way there. */
const EMAILS: readonly CustomerEmailId[] = [
	'customer_on_hold_order',
	'customer_processing_order',
	'customer_completed_order',
	'customer_refunded_order',
	'customer_invoice',
];

export function wayOf( {
	shopper,
	customer_emails: { emails, documents },
	invoice,
}: Settings ): Way {
	if ( shopper.kinds.length > 0 && emails.length > 0 ) {
		return documents === 'attach' ? 'pdf' : 'link';
	}
	if ( invoice.email ) {
		return 'sellsy';
	}
	return shopper.kinds.length > 0 ? 'page' : 'none';
}

/** Nobody gets the same document by two e-mails. */
export function withWay(
	edits: Edits,
	way: Way,
	{ shopper, customer_emails: before }: Settings
): Edits {
	const isInEmails = way === 'link' || way === 'pdf';
	const kinds = shopper.kinds.length > 0 ? shopper.kinds : SHOPPER_KINDS;
	const emails = before.emails.length > 0 ? before.emails : EMAILS;
	const bySellsy = { email: way === 'sellsy' };
	return [
		( to: Edits ) => withGroup( to, 'invoice', bySellsy ),
		( to: Edits ) => withGroup( to, 'creditnote', bySellsy ),
		( to: Edits ) =>
			withGroup( to, 'shopper', {
				kinds: way === 'none' ? [] : [ ...kinds ],
			} ),
		( to: Edits ) =>
			withGroup( to, 'customer_emails', {
				emails: isInEmails ? [ ...emails ] : [],
				...( isInEmails && {
					documents: way === 'pdf' ? 'attach' : 'link',
				} ),
			} ),
	].reduce( ( to, change ) => change( to ), edits );
}
