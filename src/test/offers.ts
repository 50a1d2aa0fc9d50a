import type { Offer, RowAct } from '../generated/schemas';
import { like } from './example';
import { OfferSchema } from '../generated/schemas';

/** What PHP calls them (`Wording\\ActText`), as far as tests press them. */
const LABELS: Partial< Record< RowAct, string > > = {
	choose_customer: 'Choose the customer',
	accept_company: 'Accept',
	refuse_company: 'Refuse',
	mark_sent: 'It was sent',
	send_again: 'Send it again',
	retry: 'Retry',
	accept_rounding: 'Accept this rounding',
	move_payment: 'Move the payment',
	leave_out: 'Do not make it again',
	done_by_hand: 'Done by hand',
	make_now: 'Make it now',
	keep: 'Keep the invoice as it is',
	reissue: 'Credit and re-issue',
	finalise: 'Make it final',
};

/** An offer as PHP makes it; what `asks` says is asked first. */
export const offer = (
	act: RowAct,
	asks: readonly string[] = [],
	said: Partial< Offer > = {}
): Offer =>
	like( OfferSchema, {
		act,
		label: LABELS[ act ] ?? act,
		title: asks.length > 0 ? 'Sure?' : '',
		asks: [ ...asks ],
		...said,
	} );
