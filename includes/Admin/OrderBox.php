<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncState;
use OrderInvoicer\WooCommerce\DocumentMeta;

defined( 'ABSPATH' ) || exit;

/**
 * The box on the order screen, HPOS and legacy: where the order's documents stand, and what can be done. It asks Sellsy
 * nothing while the screen opens.
 */
final class OrderBox {

	public const ID = 'orderinvoicer-order';

	/** No order yet: nothing can be asked for. */
	private const UNPLACED = [ 'auto-draft', 'checkout-draft' ];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly DocumentMeta $meta,
		private readonly SyncText $texts,
		private readonly OrderActions $actions,
		private readonly OrderCandidates $candidates,
		private readonly Obstacle $obstacle,
		private readonly NumberCheck $numbers,
	) {}

	public function register(): void {
		add_action( 'add_meta_boxes', [ $this, 'handle_add_meta_boxes' ] );
	}

	public function handle_add_meta_boxes(): void {
		if ( current_user_can( OrderActions::CAPABILITY ) ) {
			add_meta_box( self::ID, __( 'Sellsy', 'orderinvoicer' ), [ $this, 'render' ], wc_get_page_screen_id( 'shop-order' ), 'side', 'default' );
		}
	}

	/** @param mixed $post_or_order a `WP_Post` on the legacy screen, a `WC_Order` under HPOS. */
	public function render( mixed $post_or_order ): void {
		$order = $post_or_order instanceof \WP_Post ? wc_get_order( $post_or_order->ID ) : $post_or_order;
		if ( ! $order instanceof \WC_Order || $order->get_id() === 0 ) {
			return;
		}
		if ( in_array( $order->get_status( 'edit' ), self::UNPLACED, true ) ) {
			printf( '<p>%s</p>', esc_html__( 'An invoice can be made once the order is placed.', 'orderinvoicer' ) );
			return;
		}
		$this->render_order( $order, $this->ledger->for_order( $order->get_id() ) );
		$this->actions->print_form_later( $order->get_id() );
	}

	/** @param list<Sync> $syncs */
	private function render_order( \WC_Order $order, array $syncs ): void {
		$invoice = $this->invoice( $syncs );
		$this->render_elsewhere( $order, $invoice );
		foreach ( $syncs as $sync ) {
			if ( ! $this->is_told_by_the_invoice( $sync ) ) {
				$this->render_sync( $sync );
			}
		}
		$this->render_obstacle( $syncs );
		foreach ( $this->numbers->complaints( $order ) as $complaint ) {
			printf( '<p>%s</p>', esc_html( $complaint ) );
		}
		$this->render_refund_hint( $order, $invoice );
		$this->render_sync_now( $order, $invoice );
	}

	/** An invoice that somebody else made is never made again. */
	private function render_elsewhere( \WC_Order $order, ?Sync $invoice ): void {
		$url = $this->meta->url( $order, DocumentKind::Invoice );
		if ( $url !== '' && ( $invoice === null || $invoice->remote_id === 0 ) ) {
			printf( '<p>%1$s <a href="%2$s">%3$s</a></p>', esc_html__( 'Already invoiced outside this plugin:', 'orderinvoicer' ), esc_url( $url ), esc_html__( 'open the invoice', 'orderinvoicer' ) );
		} elseif ( $invoice === null ) {
			printf( '<p>%s</p>', esc_html__( 'This order has no document at Sellsy yet.', 'orderinvoicer' ) );
		}
	}

	/** A final invoice shows its number. */
	private function is_told_by_the_invoice( Sync $sync ): bool {
		return $sync->key->effect === Effect::ValidateInvoice && $sync->state === SyncState::Done;
	}

	private function render_sync( Sync $sync ): void {
		printf( '<p><strong>%1$s</strong><br>%2$s', esc_html( $this->texts->effect( $sync ) ), esc_html( $this->texts->state( $sync ) ) );
		$url = $this->texts->url( $sync );
		if ( $url !== '' ) {
			printf( '<br><a href="%1$s">%2$s</a>', esc_url( $url ), esc_html( $this->texts->document( $sync ) ) );
		}
		echo '</p>';
		if ( $sync->problem !== null && $sync->state !== SyncState::Done ) {
			$this->render_problem( $sync->problem );
		}
		$this->render_choice( $sync );
		// An invoice that waits has "Sync now".
		$is_tried_again = $sync->state === SyncState::Queued && $sync->attempts > 0 && $sync->key->effect !== Effect::CreateInvoice;
		if ( $sync->state === SyncState::Attention || $is_tried_again ) {
			$this->actions->print_button( "retry:{$sync->id}", __( 'Retry', 'orderinvoicer' ) );
		}
	}

	private function render_problem( Problem $problem ): void {
		printf( '<p>%1$s<br>%2$s</p>', esc_html( $this->texts->problem( $problem ) ), esc_html( $this->texts->next_step( $problem ) ) );
	}

	/**
	 * Why nothing happens although a button was pressed, unless a row says so itself.
	 *
	 * @param list<Sync> $syncs
	 */
	private function render_obstacle( array $syncs ): void {
		$waiting  = array_filter( $syncs, static fn ( Sync $sync ): bool => $sync->state === SyncState::Queued );
		$obstacle = $syncs === [] || $waiting !== [] ? $this->obstacle->current() : null;
		$said     = array_map( static fn ( Sync $sync ): ?ProblemCode => $sync->problem?->code, $waiting );
		if ( $obstacle !== null && ! in_array( $obstacle->code, $said, true ) ) {
			$this->render_problem( $obstacle );
		}
	}

	private function render_choice( Sync $sync ): void {
		$needs_choice = [ ProblemCode::SeveralCustomers, ProblemCode::CustomerOtherKind ];
		if ( $sync->state === SyncState::Attention && $sync->problem !== null && in_array( $sync->problem->code, $needs_choice, true ) ) {
			$this->candidates->render( $sync );
		}
	}

	private function render_refund_hint( \WC_Order $order, ?Sync $invoice ): void {
		$is_invoiced = $invoice?->state === SyncState::Done || $this->meta->url( $order, DocumentKind::Invoice ) !== '';
		if ( $is_invoiced && $order->get_refunds() !== [] ) {
			printf( '<p>%s</p>', esc_html__( 'This order has a refund, but its invoice is for the full amount. Credit notes are not made by this plugin yet: make one by hand in Sellsy.', 'orderinvoicer' ) );
		}
	}

	private function render_sync_now( \WC_Order $order, ?Sync $invoice ): void {
		$is_elsewhere = $invoice === null && $this->meta->url( $order, DocumentKind::Invoice ) !== '';
		$is_waiting   = $invoice !== null && in_array( $invoice->state, [ SyncState::Queued, SyncState::Skipped ], true );
		if ( ( $invoice === null && ! $is_elsewhere ) || $is_waiting ) {
			$this->actions->print_button( 'sync', __( 'Sync now', 'orderinvoicer' ) );
		}
	}

	/** @param list<Sync> $syncs */
	private function invoice( array $syncs ): ?Sync {
		$invoices = array_filter( $syncs, static fn ( Sync $sync ): bool => $sync->key->effect === Effect::CreateInvoice );
		return $invoices === [] ? null : end( $invoices );
	}
}
