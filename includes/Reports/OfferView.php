<?php
declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\Offer;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\OfferText;

/**
 * What a person may do, as pages and the order box draw it.
 *
 * @phpstan-type OfferAnswer array{
 *     act: value-of<RowAct>,
 *     label: string,
 *     // Title and sentences of what is asked first. Empty: it can be done again, or undone.
 *     title: string,
 *     asks: list<string>,
 *     // The amount that it is done for, to be said with it. Empty: with none.
 *     amount: string,
 *     // Somebody did it by hand or wanted none: who wants it all the same says `by_hand`.
 *     by_hand: bool,
 *     // Why it cannot be done now. Empty: it can.
 *     why_not: string,
 * }
 */
final class OfferView {

	public function __construct(
		private readonly OfferText $texts,
		private readonly DocumentNames $names,
	) {}

	/**
	 * A document that is asked for. What one beside the invoice is for is said first.
	 *
	 * @return OfferAnswer
	 */
	public function of_document( DocumentKind $kind, Offer $offer, \WC_Order $order ): array {
		$name   = $this->names->kind( $kind );
		$is_for = $this->names->purpose( $kind );
		return $this->view(
			$offer,
			[ ...( $is_for === '' ? [] : [ $is_for ] ), ...$this->texts->finals_of_document( $kind, $order ) ],
			$order,
			$offer->is_all_the_same()
				/* translators: %s: kind of document, such as Invoice; somebody made one by hand, or wanted none */
				? sprintf( __( 'Make it all the same: %s', 'orderinvoicer' ), $name )
				/* translators: %s: kind of document, such as Invoice */
				: sprintf( __( 'Create now: %s', 'orderinvoicer' ), $name )
		);
	}

	/**
	 * @param list<string> $finals what would be done, and becomes final by it.
	 * @param string       $label  of its button, where that says more than the act.
	 * @return OfferAnswer
	 */
	public function view( Offer $offer, array $finals, \WC_Order $order, string $label = '' ): array {
		$asks = $this->texts->asks( $offer, $finals );
		return [
			'act'     => $offer->act->value,
			'label'   => $label === '' ? $this->texts->label( $offer ) : $label,
			'title'   => $asks === [] ? '' : $this->texts->title( $offer, (string) $order->get_order_number() ),
			'asks'    => $asks,
			'amount'  => $offer->amount(),
			'by_hand' => $offer->is_all_the_same(),
			'why_not' => $offer->why_not === null ? '' : $this->texts->refused( $offer ),
		];
	}
}
