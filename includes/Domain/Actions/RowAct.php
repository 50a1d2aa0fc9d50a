<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

/** What a person may decide about a row of the ledger. */
enum RowAct: string {
	/** Several customers may be the buyer. */
	case ChooseCustomer = 'choose_customer';
	/** An e-mail whose outcome is not known has left: the person looked. */
	case MarkSent = 'mark_sent';
	/** Such an e-mail once more. */
	case SendAgain = 'send_again';
	case Retry     = 'retry';
	/** The document was deleted at Sellsy on purpose: there is to be none. */
	case LeaveOut = 'leave_out';
	/** The person did it at Sellsy in our place: nothing is made for it any more. */
	case DoneByHand = 'done_by_hand';
	/** The document, whatever trigger and start date say, and without a parent that stopped. */
	case MakeNow = 'make_now';
	/** The final invoice stays as it is: what was edited in the order since does not change its total. */
	case Keep = 'keep';
	/** The final invoice is credited and another issued. */
	case Reissue = 'reissue';
	/** The draft becomes final. */
	case Finalise = 'finalise';
}
