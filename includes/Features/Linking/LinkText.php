<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Features\Linking\Rules\LinkDoubt;
use OrderInvoicer\Features\Linking\Rules\LinkObstacle;
use OrderInvoicer\Features\Linking\Rules\LinkProposal;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\DayText;
use OrderInvoicer\Wording\Names\DocumentNames;

/** A document at Sellsy beside the order that it may be linked to, in words. Plain text, to be escaped. */
final class LinkText {

	public function __construct(
		private readonly DocumentNames $names,
		private readonly AmountText $amounts = new AmountText(),
	) {}

	public function target( LinkTarget $target ): string {
		return $target->refund_id === 0 ? $this->names->kind( $target->kind ) : sprintf(
			/* translators: %s: number of a refund. */
			__( 'Credit note for refund %s', 'orderinvoicer' ),
			(string) $target->refund_id
		);
	}

	/** Why none can be linked now. */
	public function unknown( LinkTarget $target ): string {
		return sprintf(
			/* translators: %s: kind of document, such as Invoice. */
			__( '%s: Sellsy may have made one for this order without its answer having arrived. It is looked for at the next try; only then can another be linked.', 'orderinvoicer' ),
			$this->target( $target )
		);
	}

	/** Kind and number, customer, total: what a person compares. */
	public function document( LinkProposal $proposal ): string {
		$number = $proposal->document->number === ''
			? __( 'without a number', 'orderinvoicer' )
			: $proposal->document->number;
		$about  = sprintf(
			/* translators: 1: kind of document, such as Invoice, 2: its number. */
			__( '%1$s %2$s', 'orderinvoicer' ),
			$this->names->kind( $proposal->document->kind ),
			$number
		);
		$facts = [ $about, $proposal->customer(), $this->worth( $proposal ), $this->day( $proposal ) ];
		return implode( ' · ', array_filter( $facts, static fn ( string $fact ): bool => $fact !== '' ) );
	}

	/** As the order names them. */
	public function buyer( \WC_Order $order ): string {
		$company = trim( $order->get_billing_company( 'edit' ) );
		return $company === '' ? trim( $order->get_formatted_billing_full_name() ) : $company;
	}

	/** @return list<string> that all is equal, or each difference. */
	public function compared( LinkProposal $proposal, string $buyer ): array {
		if ( $proposal->doubts === [] ) {
			return [ __( 'Customer and total are those of the order.', 'orderinvoicer' ) ];
		}
		return array_map(
			fn ( LinkDoubt $doubt ): string => match ( $doubt ) {
				LinkDoubt::OtherTotal => sprintf(
					$proposal->target->kind === DocumentKind::CreditNote
						/* translators: 1: amount of money, 2: amount of money. */
						? __( 'The refund is %1$s, the document %2$s.', 'orderinvoicer' )
						/* translators: 1: amount of money, 2: amount of money. */
						: __( 'The order is %1$s, the document %2$s.', 'orderinvoicer' ),
					$this->money( $proposal->expected, $proposal->currency->code ),
					$this->worth( $proposal )
				),
				LinkDoubt::OtherCustomer => sprintf(
					/* translators: 1: name of a customer, 2: name of a customer. */
					__( 'The order is of %1$s, the document of %2$s.', 'orderinvoicer' ),
					$buyer,
					$proposal->customer() === ''
						? __( 'another customer', 'orderinvoicer' )
						: $proposal->customer()
				),
				LinkDoubt::UnknownCustomer =>
					__( 'Sellsy does not say here for whom it is: compare it there.', 'orderinvoicer' ),
				LinkDoubt::Refused =>
					__( 'It was refused, or has expired.', 'orderinvoicer' ),
			},
			$proposal->doubts
		);
	}

	/** Why it cannot be linked; empty where it can. */
	public function obstacle( LinkProposal $proposal ): string {
		return match ( $proposal->obstacle ) {
			LinkObstacle::Draft => __(
				'It is a draft and cannot be linked: make it final in Sellsy first.',
				'orderinvoicer'
			),
			LinkObstacle::Cancelled => __( 'It was cancelled in Sellsy and cannot be linked.', 'orderinvoicer' ),
			LinkObstacle::InUse => sprintf(
				/* translators: %s: id of an order. */
				__( 'Order %s has this document already.', 'orderinvoicer' ),
				(string) $proposal->in_use_by
			),
			null => '',
		};
	}

	public function button( LinkProposal $proposal ): string {
		return $proposal->doubts === []
			? __( 'Link this document', 'orderinvoicer' )
			: __( 'Link it all the same', 'orderinvoicer' );
	}

	/** What follows from it. */
	public function follows( LinkTarget $target ): string {
		return match ( $target->kind ) {
			DocumentKind::Invoice =>
				__( 'Once it is linked, no other invoice is made for this order. Later refunds are credited on it, and what your settings say about payments is done if something is still due. No e-mail is sent about it.', 'orderinvoicer' ),
			DocumentKind::CreditNote =>
				__( 'Once it is linked, no other credit note is made for this refund. It is set against nothing: do that in Sellsy. No e-mail is sent about it.', 'orderinvoicer' ),
			default =>
				__( 'Once it is linked, no other of its kind is made for this order. Its lines are never changed by this plugin, and no e-mail is sent about it.', 'orderinvoicer' ),
		};
	}

	private function day( LinkProposal $proposal ): string {
		return $proposal->document->date === '' ? '' : DayText::text( $proposal->document->date );
	}

	private function worth( LinkProposal $proposal ): string {
		$code = $proposal->document->currency === '' ? $proposal->currency->code : $proposal->document->currency;
		return $this->money( $proposal->document->amounts->incl_tax, $code );
	}

	private function money( Decimal $amount, string $code ): string {
		try {
			$currency = Currency::from_code( $code );
			$minor    = $amount->rounded_minor( $currency->decimals, Rounding::HalfUp );
			return $this->amounts->with_code( $minor, $currency );
		} catch ( \InvalidArgumentException | \RangeException ) {
			return $amount->to_string() . " $code";
		}
	}
}
