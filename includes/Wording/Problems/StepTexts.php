<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wording\Problems;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\GatewayName;

/** Documents that follow others, and payments, e-mails and states of documents that exist. */
final class StepTexts implements Texts {

	public function __construct(
		private readonly DocumentNames $names,
		private readonly MovedPaymentTexts $moved,
	) {}

	public function title( ProblemCode $code ): ?string {
		return match ( $code ) {
			ProblemCode::SendUnknown => __( 'It is not known whether an e-mail was sent', 'orderinvoicer' ),
			ProblemCode::MadeUnknown => __( 'It is not known whether Sellsy made it', 'orderinvoicer' ),
			ProblemCode::NoEmail => __( 'The order has no e-mail address', 'orderinvoicer' ),
			ProblemCode::MailRefused => __( 'This site cannot send e-mails', 'orderinvoicer' ),
			ProblemCode::LinkBroken => __( 'The linking of a document was broken off', 'orderinvoicer' ),
			ProblemCode::StatusRefused => __( 'The status of an order was refused', 'orderinvoicer' ),
			ProblemCode::AcceptedNotPaid => __( 'An order was accepted, not paid', 'orderinvoicer' ),
			ProblemCode::PaymentMethodUnset => __( 'A payment method is not assigned', 'orderinvoicer' ),
			ProblemCode::PaymentOverDue => __( 'The payment exceeds what is due', 'orderinvoicer' ),
			ProblemCode::PaymentToMove => __( 'A payment is not with the new invoice yet', 'orderinvoicer' ),
			default => null,
		};
	}

	public function text( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::WaitsForParent => $this->waiting( $problem ),
			ProblemCode::StepNotWanted => __(
				'When its turn came, the order or the settings no longer asked for it, or its document was gone.',
				'orderinvoicer'
			),
			ProblemCode::NothingCame => __(
				'Nothing of this payment is to be recorded: it was refunded before it came, or nothing is due of the invoice.',
				'orderinvoicer'
			),
			ProblemCode::SendUnknown => $this->unknown( $problem ),
			ProblemCode::MadeUnknown => sprintf(
				/* translators: %s: what was sent, such as Invoice, Credit note, Payment, Client or Product. */
				__( 'Sellsy did not answer clearly when this was sent: %s. It was not found since; but in your Sellsy account a search does not show everything, so it may be there all the same. Nothing was sent again.', 'orderinvoicer' ),
				$this->sent( $problem->fact( 'of' ) )
			),
			ProblemCode::NoEmail => $this->is_from_shop( $problem )
				? __( 'The order has no e-mail address, so the customer was not told by e-mail.', 'orderinvoicer' )
				: __(
					'The order has no e-mail address, so Sellsy cannot send the document to the customer.',
					'orderinvoicer'
				),
			ProblemCode::MailRefused => __(
				'This site could not hand the e-mail to a mail server, so it did not leave.',
				'orderinvoicer'
			),
			ProblemCode::BeingLinked => sprintf(
				/* translators: %s: number of a document at Sellsy, such as F-2026-00012. */
				__( 'The document %s of Sellsy is being linked to this order.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			),
			ProblemCode::LinkBroken => sprintf(
				$problem->fact( 'unreadable' ) === 'yes'
					/* translators: %s: number of a document at Sellsy, such as F-2026-00012. */
					? __( 'The linking of document %s of Sellsy to this order was broken off, and could not be finished: the document or the order cannot be read. Nothing is linked.', 'orderinvoicer' )
					/* translators: %s: number of a document at Sellsy, such as F-2026-00012. */
					: __( 'The linking of document %s of Sellsy to this order was broken off, and the document or the order has changed since. Nothing is linked.', 'orderinvoicer' ),
				$problem->fact( 'number' )
			),
			ProblemCode::StatusRefused => $problem->fact( 'paid' ) === 'yes'
				? __( 'The order was paid in full in Sellsy, but could not be marked as paid: WooCommerce or another plugin refused it.', 'orderinvoicer' )
				: sprintf(
					/* translators: %s: an order status. */
					__( 'The status of the order should follow its proforma in Sellsy, but could not be set to "%s": WooCommerce or another plugin refused it, or the status no longer exists.', 'orderinvoicer' ),
					wc_get_order_status_name( $problem->fact( 'status' ) )
				),
			ProblemCode::AcceptedNotPaid => $this->accepted( $problem ),
			ProblemCode::PaymentMethodUnset => $problem->fact( 'gateway' ) === ''
				? __( 'The order was paid, but it does not say how, and the settings do not say which payment method of Sellsy such orders get.', 'orderinvoicer' )
				: sprintf(
					/* translators: %s: name of the payment gateway, such as PayPal. */
					__( 'The order was paid with "%s", and the settings do not say which payment method of Sellsy that is.', 'orderinvoicer' ),
					GatewayName::of( $problem->fact( 'gateway' ) )
				),
			ProblemCode::PaymentOverDue => sprintf(
				/* translators: 1: amount paid, 2: amount that is still due on the invoice. */
				__( 'The customer paid %1$s, but only %2$s of the invoice is still due at Sellsy, so that a payment seems to be recorded there already. Nothing was recorded.', 'orderinvoicer' ),
				$problem->fact( 'paid' ),
				$problem->fact( 'due' )
			),
			ProblemCode::PaymentToMove => $this->moved->text( $problem ),
			default => null,
		};
	}

	private function accepted( Problem $problem ): string {
		$is_recorded = $problem->fact( 'recorded' ) === 'yes';
		$orders      = (int) $problem->fact( 'orders' );
		if ( $orders <= 1 ) {
			return $is_recorded
				? __( 'This order came into its status because its proforma was accepted in Sellsy, which is no payment. An earlier version of this plugin took it for one and recorded it in Sellsy. From now on the order counts as accepted, not paid.', 'orderinvoicer' )
				: __( 'This order came into its status because its proforma was accepted in Sellsy, which is no payment. From now on it counts as accepted, not paid, and no payment is recorded for it.', 'orderinvoicer' );
		}
		$text = $is_recorded
			/* translators: 1: number of orders, 2: ids of the first of them. */
			? __( '%1$s orders came into their status because their proforma was accepted in Sellsy, which is no payment. An earlier version of this plugin took it for one and recorded it in Sellsy. From now on they count as accepted, not paid. The first are: %2$s.', 'orderinvoicer' )
			/* translators: 1: number of orders, 2: ids of the first of them. */
			: __( '%1$s orders came into their status because their proforma was accepted in Sellsy, which is no payment. From now on they count as accepted, not paid, and no payment is recorded for them. The first are: %2$s.', 'orderinvoicer' );
		return sprintf( $text, (string) $orders, $problem->fact( 'ids' ) );
	}

	private function after_accepted( Problem $problem ): string {
		$is_recorded = $problem->fact( 'recorded' ) === 'yes';
		return match ( true ) {
			(int) $problem->fact( 'orders' ) > 1 =>
				__( 'Where the money is there, choose “The money is there” in the order actions of that order. Where a payment was recorded that never came, delete it in Sellsy. Then retry: nothing is sent, and this entry ends.', 'orderinvoicer' ),
			$is_recorded =>
				__( 'If the money is there, choose “The money is there” in the order actions: this entry then ends by itself. If not, delete the payment in Sellsy, then retry.', 'orderinvoicer' ),
			default =>
				__( 'If the money is there, choose “The money is there” in the order actions: this entry then ends by itself. If it is still to come, retry: nothing is sent.', 'orderinvoicer' ),
		};
	}

	private function unknown( Problem $problem ): string {
		if ( $problem->fact( 'restored' ) !== '' ) {
			return __( 'It seems that a backup of the shop was put back, so it is not known whether the customer received the document before.', 'orderinvoicer' );
		}
		if ( $problem->fact( 'held' ) !== '' ) {
			return __( 'This e-mail waited for its document. It seems that a backup of the shop was put back, so it is not known whether this e-mail left before. Send it again?', 'orderinvoicer' );
		}
		if ( $problem->fact( 'copied' ) !== '' ) {
			return __( 'This e-mail waited for its document. The site seems to be a copy of another one, so it is not known whether this e-mail left there. Send it again?', 'orderinvoicer' );
		}
		return $this->is_from_shop( $problem )
			? __( 'The work was broken off while this site handed the e-mail over. It is not known whether this e-mail left. Send it again?', 'orderinvoicer' )
			: __( 'Sellsy was asked to e-mail the document, but its answer was lost, so it is not known whether the customer received it.', 'orderinvoicer' );
	}

	private function sent( string $of ): string {
		$kind = DocumentKind::tryFrom( $of );
		return match ( true ) {
			$kind !== null      => $this->names->kind( $kind ),
			$of === 'payment'   => _x( 'Payment', 'what was sent to Sellsy', 'orderinvoicer' ),
			$of === 'contact'   => _x( 'Contact', 'what was sent to Sellsy', 'orderinvoicer' ),
			$of === 'item'      => _x( 'Product', 'what was sent to Sellsy', 'orderinvoicer' ),
			default             => _x( 'Client', 'what was sent to Sellsy', 'orderinvoicer' ),
		};
	}

	private function is_from_shop( Problem $problem ): bool {
		return $problem->fact( 'from' ) === 'shop';
	}

	private function waiting( Problem $problem ): string {
		$kind = DocumentKind::tryFrom( $problem->fact( 'kind' ) );
		$name = $kind === null ? $problem->fact( 'kind' ) : $this->names->kind( $kind );
		return $problem->fact( 'problem' ) === ''
			/* translators: %s: kind of document, such as Delivery note. */
			? sprintf( __( 'Another document of the same order comes first: %s.', 'orderinvoicer' ), $name )
			: sprintf(
				/* translators: %s: kind of document, such as Delivery note. */
				__(
					'Another document of the same order comes first, and it has stopped with a problem of its own: %s.',
					'orderinvoicer'
				),
				$name
			);
	}

	public function next_step( Problem $problem ): ?string {
		return match ( $problem->code ) {
			ProblemCode::WaitsForParent => $problem->fact( 'problem' ) === ''
				? __( 'Nothing to do: it goes on by itself.', 'orderinvoicer' )
				: __( 'Solve the problem of that document; this one then goes on by itself. Asked for by hand, it is made without it.', 'orderinvoicer' ),
			ProblemCode::StepNotWanted =>
				__( 'Nothing to do: it is done when it is asked for again.', 'orderinvoicer' ),
			ProblemCode::NothingCame => __( 'Nothing to do.', 'orderinvoicer' ),
			ProblemCode::SendUnknown => $this->is_from_shop( $problem )
				? __( 'Look in the log of your mail service, or ask the customer, then say whether it was sent, on the order or under “To do” of Order Invoicer. Sending it again may send it twice.', 'orderinvoicer' )
				: __( 'Look at the document in Sellsy, then say whether it was sent, on the order or under “To do” of Order Invoicer. Sending it again may send it twice.', 'orderinvoicer' ),
			ProblemCode::MadeUnknown => match ( true ) {
				DocumentKind::tryFrom( $problem->fact( 'of' ) ) !== null =>
					__( 'Look in Sellsy whether it is there. If it has a number, link it on the order. If it is a draft, delete it there, then retry. If it is not there, retry: it is made then.', 'orderinvoicer' ),
				$problem->fact( 'of' ) === 'payment' =>
					__( 'Look in Sellsy whether it is there. If it is, say so with "Done by hand". If not, retry: it is recorded then.', 'orderinvoicer' ),
				default =>
					__( 'Look in Sellsy whether it is there. If it is, retry in an hour, so that it is found. If not, retry at once: it is made then.', 'orderinvoicer' ),
			},
			ProblemCode::MailRefused =>
				__( 'It is tried again a few times by itself. If it lasts, have the e-mail settings of this site looked at, then retry.', 'orderinvoicer' ),
			ProblemCode::BeingLinked => __(
				'Nothing to do: where this was broken off, it is finished by itself within about ten minutes.',
				'orderinvoicer'
			),
			ProblemCode::LinkBroken =>
				__( 'Link it again on the order, or another one. If one is to be made here instead, retry; if there is to be none, say so with "Done by hand".', 'orderinvoicer' ),
			ProblemCode::StatusRefused =>
				__( 'It is tried again a few times by itself. If it lasts, check the order and change its status yourself: this entry then ends by itself.', 'orderinvoicer' ),
			ProblemCode::AcceptedNotPaid => $this->after_accepted( $problem ),
			ProblemCode::NoEmail => $this->is_from_shop( $problem )
				? __( 'Enter the address in the order: the e-mail then leaves by itself.', 'orderinvoicer' )
				: __(
					'Enter the address in the order, then retry, or send the document from Sellsy.',
					'orderinvoicer'
				),
			ProblemCode::PaymentMethodUnset => __(
				'Choose one in the settings, under Payments; the payment is then recorded by itself.',
				'orderinvoicer'
			),
			ProblemCode::PaymentOverDue =>
				__( 'If somebody recorded the payment at Sellsy, say so with "Done by hand". Otherwise correct the invoice\'s payments there, then retry.', 'orderinvoicer' ),
			ProblemCode::PaymentToMove => $this->moved->next_step( $problem ),
			default => null,
		};
	}
}
