<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\Offer;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\WhyNot;
use OrderInvoicer\Domain\Documents\DocumentKind;

/** What a person reads of an offer, wherever it stands. Plain text, to be escaped. */
final class OfferText {

	public function __construct(
		private readonly ActText $act_text,
		private readonly FinalText $finals,
	) {}

	public function label( Offer $offer ): string {
		return $offer->is_all_the_same() && $offer->act === RowAct::Retry
			? __( 'Do it all the same', 'orderinvoicer' )
			: $this->act_text->label( $offer->act );
	}

	/** @return list<string> what would be done, and becomes final by it. */
	public function finals( Offer $offer, \WC_Order $order ): array {
		return $offer->task === null || $offer->why_not !== null
			? []
			: $this->finals->of_row( $offer->task, $offer->act, $order );
	}

	/** @return list<string> what becomes final where this document is asked for. */
	public function finals_of_document( DocumentKind $kind, \WC_Order $order ): array {
		return $this->finals->of_order( $order, $kind );
	}

	/**
	 * What is asked first.
	 *
	 * @param list<string> $finals as above.
	 * @return list<string> empty where nothing is asked: it can be done again, or undone.
	 */
	public function asks( Offer $offer, array $finals ): array {
		return match ( true ) {
			$offer->why_not !== null  => [],
			$offer->is_all_the_same() => [
				...$finals,
				__( 'Somebody decided that nothing is made for this any more. If it was done by hand and that still stands in Sellsy, it will be there twice.', 'orderinvoicer' ),
			],
			default                   => [ ...$finals, ...$this->act_text->asks( $offer->act ) ],
		};
	}

	/** Above that. */
	public function title( Offer $offer, string $order_number ): string {
		return sprintf(
			$offer->is_all_the_same()
				/* translators: %s: number of an order. */
				? __( 'Do it all the same? Order %s', 'orderinvoicer' )
				: $this->act_text->question( $offer->act ),
			$order_number
		);
	}

	/** Why it cannot be done now; empty where it can. */
	public function why_not( Offer $offer ): string {
		return match ( $offer->why_not ) {
			null                => '',
			WhyNot::NoSale      => __( 'this order is no sale, its status is failed or cancelled.', 'orderinvoicer' ),
			WhyNot::Made        => __( 'it is there already.', 'orderinvoicer' ),
			WhyNot::Elsewhere   => __( 'it was made outside this plugin.', 'orderinvoicer' ),
			WhyNot::UnderWay    => __( 'it is being done already.', 'orderinvoicer' ),
			WhyNot::IsDraft     =>
				__( 'not while its invoice is a draft, which is changed instead.', 'orderinvoicer' ),
			WhyNot::AllCredited => __( 'its invoice was credited in full.', 'orderinvoicer' ),
			WhyNot::Awaited     => __( 'another invoice waits for this credit note.', 'orderinvoicer' ),
			WhyNot::Replaced    => __( 'another invoice has taken its place.', 'orderinvoicer' ),
			WhyNot::Erased      => __( 'its buyer’s personal data was erased.', 'orderinvoicer' ),
			WhyNot::Kept        =>
				__( 'another document was made of it, such as a credit note, or something is being done about it right now.', 'orderinvoicer' ),
		};
	}

	/** The same, with what it is about: `Unlink: another document was made of it.` */
	public function refused( Offer $offer ): string {
		/* translators: 1: what a button does, such as Unlink, 2: why it cannot be done now. */
		return sprintf( __( '%1$s: %2$s', 'orderinvoicer' ), $this->label( $offer ), $this->why_not( $offer ) );
	}
}
