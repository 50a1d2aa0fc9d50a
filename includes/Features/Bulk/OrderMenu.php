<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderList\DocumentPills;
use OrderInvoicer\Admin\OrderList\OrderChoices;
use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Bulk\Rules\BulkAct;
use OrderInvoicer\Features\Bulk\Rules\OfferedActs;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * WooCommerce's own places for one order know its documents: the menu of actions on its screen, and the preview in the
 * list. Each act that is right for the order leads to the page that asks.
 */
final class OrderMenu implements OrderChoices {

	/** Where the pills stand; the order box draws them anew with itself (src/order-meta-box). */
	private const REGION = 'orderinvoicer-order-pills';

	private const PREFIX = 'orderinvoicer_';

	/** @var array<int, list<Task>> by order. */
	private array $rows = [];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly SettingsStore $settings,
		private readonly DocumentMeta $meta,
		private readonly Clock $clock,
		private readonly DocumentPills $pills,
		private readonly BulkText $texts,
	) {}

	public function register(): void {
		add_filter( 'woocommerce_order_actions', [ $this, 'handle_order_actions' ], 20, 2 );
		add_action( 'woocommerce_order_actions_start', [ $this, 'handle_actions_start' ] );
		add_filter( 'woocommerce_admin_order_preview_get_order_details', [ $this, 'handle_details' ], 10, 2 );
		add_filter( 'woocommerce_admin_order_preview_actions', [ $this, 'handle_preview_actions' ], 10, 2 );
		foreach ( BulkAct::cases() as $act ) {
			add_action(
				'woocommerce_order_action_' . self::PREFIX . $act->value,
				fn ( mixed $order ) => $this->ask_after_saving( $act, $order )
			);
		}
	}

	public function handle_order_actions( mixed $actions, mixed $order ): mixed {
		return is_array( $actions ) && $order instanceof \WC_Order
			? $actions + $this->choices( $order, $this->own_rows( $order ) )
			: $actions;
	}

	public function choices( \WC_Order $order, ?array $rows ): array {
		$choices = [];
		foreach ( $this->offered( $order, $rows ) as $act ) {
			$choices[ self::PREFIX . $act->value ] = $this->texts->menu( $act );
		}
		return $choices;
	}

	/** A menu has no links: they stand above it. Without any, there is the place where they will be. */
	public function handle_actions_start( mixed $order_id ): void {
		$order_id = is_numeric( $order_id ) ? (int) $order_id : 0;
		$rows     = current_user_can( 'edit_shop_order', $order_id ) ? $this->rows( $order_id ) : null;
		if ( $rows === null ) {
			return;
		}
		$pills = $this->pills->in_a_row( $order_id, $rows );
		printf(
			'<li class="wide" id="%1$s"%2$s>%3$s</li>',
			esc_attr( self::REGION ),
			$pills === '' ? ' hidden' : '',
			wp_kses_post( $pills )
		);
	}

	public function handle_details( mixed $details, mixed $order ): mixed {
		if ( ! is_array( $details ) || ! $order instanceof \WC_Order || ! self::may_edit( $order ) ) {
			return $details;
		}
		$details['orderinvoicer'] = sprintf(
			'<div class="wc-order-preview-addresses"><div class="wc-order-preview-note"><strong>%1$s</strong>%2$s'
				. '</div></div>',
			esc_html__( 'Sellsy', 'orderinvoicer' ),
			wp_kses_post( $this->documents( $order->get_id() ) )
		);
		return $details;
	}

	public function handle_preview_actions( mixed $actions, mixed $order ): mixed {
		if ( ! is_array( $actions ) || ! $order instanceof \WC_Order ) {
			return $actions;
		}
		$ours = [];
		foreach ( $this->offered( $order, $this->own_rows( $order ) ) as $act ) {
			$ours[ self::PREFIX . $act->value ] = [
				'url'    => BulkAddress::of( $act, [ $order->get_id() ], (string) wp_get_referer() ),
				'name'   => $this->texts->short( $act ),
				'title'  => $this->texts->menu( $act ),
				'action' => self::PREFIX . $act->value,
			];
		}
		if ( $ours !== [] ) {
			$actions['orderinvoicer'] = [
				/* translators: before buttons for the order's documents. */
				'group'   => __( 'Sellsy: ', 'orderinvoicer' ),
				'actions' => $ours,
			];
		}
		return $actions;
	}

	/** @return string HTML. */
	private function documents( int $order_id ): string {
		$rows  = $this->rows( $order_id );
		$items = array_map(
			static fn ( string $html ): string => "<li>$html</li>",
			$this->pills->with_reasons( $order_id, $rows ?? [] )
		);
		return match ( true ) {
			$rows === null =>
				esc_html__( 'The database did not answer. Load the page again in a moment.', 'orderinvoicer' ),
			$items === []  => esc_html__( 'This order has no document at Sellsy yet.', 'orderinvoicer' ),
			default        => '<ul>' . implode( '', $items ) . '</ul>',
		};
	}

	/** WooCommerce has saved the order, and goes to where it is told: to the page that asks. */
	private function ask_after_saving( BulkAct $act, mixed $order ): void {
		if ( $order instanceof \WC_Order && self::may_edit( $order ) ) {
			$ask = static fn (): string =>
				BulkAddress::of( $act, [ $order->get_id() ], $order->get_edit_order_url() );
			add_filter( 'woocommerce_redirect_order_location', $ask, 99 );
			add_filter( 'redirect_post_location', $ask, 99 );
		}
	}

	/**
	 * @param list<Task>|null $rows
	 * @return list<BulkAct>
	 */
	private function offered( \WC_Order $order, ?array $rows ): array {
		return $rows === null
			? []
			: OfferedActs::of_order(
				new Offers( $order->get_status( 'edit' ), $rows, $this->meta->urls( $order ) ),
				$rows,
				$this->settings->get(),
				$this->clock->now()
			);
	}

	/** @return list<Task>|null null also where nothing is offered: a subscription, somebody who may not edit. */
	private function own_rows( \WC_Order $order ): ?array {
		$is_ours = $order->get_type() === 'shop_order' && $order->get_id() > 0 && self::may_edit( $order );
		return $is_ours ? $this->rows( $order->get_id() ) : null;
	}

	private static function may_edit( \WC_Order $order ): bool {
		return current_user_can( 'edit_shop_order', $order->get_id() );
	}

	/** @return list<Task>|null null where the database refuses: WooCommerce's own places work on. */
	private function rows( int $order_id ): ?array {
		try {
			return $this->rows[ $order_id ] ??= $this->ledger->for_order( $order_id );
		} catch ( DatabaseRefused ) {
			return null;
		}
	}
}
