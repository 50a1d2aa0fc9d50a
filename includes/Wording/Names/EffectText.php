<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\OrderBook\AwaitedDocument;

/** What a row of the ledger does, in words. Plain text, to be escaped. */
final class EffectText {

	public function __construct( private readonly DocumentNames $names ) {}

	/** What such work is called where many rows are listed. */
	public function name( Effect $effect ): string {
		return match ( $effect ) {
			Effect::ValidateInvoice    => __( 'Finalising the invoice', 'orderinvoicer' ),
			Effect::ValidateCreditNote => __( 'Finalising the credit note', 'orderinvoicer' ),
			Effect::LinkCreditNote     => __( 'Setting the credit note off against the invoice', 'orderinvoicer' ),
			Effect::RecordPayment      => __( 'Payment', 'orderinvoicer' ),
			Effect::PayBack            => __( 'Money paid back', 'orderinvoicer' ),
			Effect::SendDocument       => __( 'E-mail to the customer', 'orderinvoicer' ),
			Effect::NotifyCustomer     => __( 'E-mail from the shop to the customer', 'orderinvoicer' ),
			Effect::HeldEmail          => __( 'E-mail of WooCommerce that waits for its document', 'orderinvoicer' ),
			Effect::ChangeState        => __( 'State of the document', 'orderinvoicer' ),
			Effect::ChangeCompany      => __( 'Invoice in a company’s name', 'orderinvoicer' ),
			Effect::FollowDocument     => __( 'Status of the order, as in Sellsy', 'orderinvoicer' ),
			Effect::CheckBalance       => __( 'Comparing the sums of order and documents', 'orderinvoicer' ),
			Effect::FollowOrder        => __( 'Checking whether the documents still fit the order', 'orderinvoicer' ),
			default                    => $this->kind( $effect->creates()->value ?? '' ),
		};
	}

	public function text( TaskKey $key ): string {
		return match ( $key->effect ) {
			Effect::CreateCreditNote   => $this->credit_note( $key->refund_id ),
			Effect::ValidateInvoice    => __( 'Finalising the invoice', 'orderinvoicer' ),
			Effect::ValidateCreditNote => $this->finalising( $key->refund_id ),
			Effect::LinkCreditNote     => $this->setting_off( $key ),
			Effect::RecordPayment      => $this->payment( $key ),
			Effect::PayBack            =>
				/* translators: %d: number of a refund */
				sprintf( __( 'Money paid back for refund %d', 'orderinvoicer' ), $key->refund_id ),
			Effect::SendDocument       =>
				/* translators: %s: kind of document, such as Invoice */
				sprintf( __( 'E-mail to the customer: %s', 'orderinvoicer' ), $this->kind( $key->part ) ),
			Effect::NotifyCustomer     =>
				/* translators: %s: kind of document, such as Invoice */
				sprintf( __( 'E-mail from the shop to the customer: %s', 'orderinvoicer' ), $this->kind( $key->part ) ),
			Effect::HeldEmail          => $this->held_email( $key ),
			Effect::ChangeState        => $this->new_state( $key->part ),
			Effect::ChangeCompany      => __( 'Invoice in a company’s name', 'orderinvoicer' ),
			Effect::FollowDocument     => __( 'Status of the order, as in Sellsy', 'orderinvoicer' ),
			Effect::CheckBalance       => __( 'Comparing the sums of order and documents', 'orderinvoicer' ),
			Effect::FollowOrder        => __( 'Checking whether the documents still fit the order', 'orderinvoicer' ),
			default                    => $this->kind( $key->effect->creates()->value ?? '' ),
		};
	}

	/** @param string $brought what its row says of that (`AwaitedDocument::brought`). */
	public function held_email( TaskKey $key, string $brought = '' ): string {
		$email = match ( $key->part ) {
			'customer_on_hold_order'    => __( 'Order on hold', 'orderinvoicer' ),
			'customer_processing_order' => __( 'Order in progress', 'orderinvoicer' ),
			'customer_completed_order'  => __( 'Order completed', 'orderinvoicer' ),
			default                     => __( 'Order refunded', 'orderinvoicer' ),
		};
		$text  = match ( $brought ) {
			/* translators: %s: name of an e-mail of WooCommerce, such as Order completed. */
			''                       => __( 'E-mail “%s”', 'orderinvoicer' ),
			/* translators: %s: name of an e-mail of WooCommerce, such as Order completed. */
			AwaitedDocument::NO_FILE => __( 'E-mail “%s”, with a link, without a PDF', 'orderinvoicer' ),
			/* translators: %s: name of an e-mail of WooCommerce, such as Order completed. */
			default                  => __( 'E-mail “%s”, with the PDF', 'orderinvoicer' ),
		};
		return sprintf( $text, $email );
	}

	private function credit_note( int $refund_id ): string {
		return $refund_id === 0
			? __( 'Credit note for the whole invoice', 'orderinvoicer' )
			/* translators: %d: number of a refund */
			: sprintf( __( 'Credit note for refund %d', 'orderinvoicer' ), $refund_id );
	}

	private function finalising( int $refund_id ): string {
		return $refund_id === 0
			? __( 'Finalising the credit note for the whole invoice', 'orderinvoicer' )
			/* translators: %d: number of a refund */
			: sprintf( __( 'Finalising the credit note for refund %d', 'orderinvoicer' ), $refund_id );
	}

	private function setting_off( TaskKey $key ): string {
		return match ( true ) {
			$key->part === CreditAllocationRule::NEW_INVOICE =>
				__( 'Setting what was paid off against the new invoice', 'orderinvoicer' ),
			$key->refund_id === 0 => __( 'Setting the credit note off against the invoice', 'orderinvoicer' ),
			default => sprintf(
				/* translators: %d: number of a refund */
				__( 'Setting the credit note for refund %d off against the invoice', 'orderinvoicer' ),
				$key->refund_id
			),
		};
	}

	private function payment( TaskKey $key ): string {
		return match ( true ) {
			$key->revision > 0 => __( 'Payment, taken over from the invoice before', 'orderinvoicer' ),
			$key->part === ''  => __( 'Payment', 'orderinvoicer' ),
			/* translators: %s: what paid a part of the order, such as a gift card */
			default            => sprintf( __( 'Payment: %s', 'orderinvoicer' ), $key->part ),
		};
	}

	/** @param string $part `kind:state`. */
	private function new_state( string $part ): string {
		if ( $part === DocumentStateRule::FREE ) {
			return __( 'Invoice of 0.00: paid', 'orderinvoicer' );
		}
		[ $kind, $state ] = explode( ':', "$part:" );
		/* translators: 1: kind of document, such as Estimate, 2: what it becomes; the arrow leads there as one reads */
		return sprintf( __( '%1$s → %2$s', 'orderinvoicer' ), $this->kind( $kind ), $this->state( $state ) );
	}

	private function kind( string $kind ): string {
		$known = DocumentKind::tryFrom( $kind );
		return $known === null ? $kind : $this->names->kind( $known );
	}

	private function state( string $state ): string {
		return match ( DocumentState::tryFrom( $state ) ) {
			DocumentState::Draft     => __( 'draft', 'orderinvoicer' ),
			DocumentState::Sent      => __( 'sent', 'orderinvoicer' ),
			DocumentState::Shipped   => __( 'shipped', 'orderinvoicer' ),
			DocumentState::Finalised => __( 'final', 'orderinvoicer' ),
			DocumentState::Cancelled => __( 'cancelled', 'orderinvoicer' ),
			null                     => $state,
		};
	}
}
