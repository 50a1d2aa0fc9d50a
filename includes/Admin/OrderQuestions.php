<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\Offer;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Wording\FinalText;
use OrderInvoicer\Wording\OfferText;

/** What the order box asks before a button acts, as the log does; the button does nothing before that is answered. */
final class OrderQuestions {

	/** Of the address: the act that waits for an answer, where the page has no JavaScript for a dialog. */
	public const ASKED = 'orderinvoicer_ask';

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FinalText $texts,
		private readonly OfferText $offer_text,
	) {}

	/**
	 * @param string $act as the button says it (`OrderActions::print_button()`).
	 * @return list<string> sentences, plain text; empty where nothing is asked.
	 */
	public function questions( \WC_Order $order, string $act ): array {
		[ $name, $object ] = explode( ':', "$act:" );
		$act = RowAct::tryFrom( $name );
		if ( $act === RowAct::MakeNow ) {
			return $this->of_document( $order, DocumentKind::tryFrom( $object ) ?? DocumentKind::Invoice );
		}
		// Where a customer is chosen, it stands beside the choice (`OrderCandidates`).
		$row = $act === null || $act === RowAct::ChooseCustomer ? null : $this->ledger->find( (int) $object );
		return $act === null || $row === null || $row->key->order_id !== $order->get_id()
			? []
			: $this->of_offer( new Offer( $act, $row ), $order );
	}

	/** @return list<string> */
	public function of_offer( Offer $offer, \WC_Order $order ): array {
		return $this->offer_text->asks( $offer, $this->offer_text->finals( $offer, $order ) );
	}

	/** @return list<string> */
	public function of_document( \WC_Order $order, DocumentKind $kind ): array {
		return $this->texts->of_order( $order, $kind );
	}

	/** The act whose answer the page waits for; empty for none. */
	public function asked(): string {
		// phpcs:disable WordPress.Security.NonceVerification.Recommended -- only says which question to show.
		$act = isset( $_GET[ self::ASKED ] ) && is_string( $_GET[ self::ASKED ] )
			? sanitize_text_field( wp_unslash( $_GET[ self::ASKED ] ) )
			: '';
		return preg_match( '/^[a-z_]+:[a-z0-9]+(:[a-z0-9_.-]+)?$/', $act ) === 1 ? $act : '';
		// phpcs:enable WordPress.Security.NonceVerification.Recommended
	}
}
