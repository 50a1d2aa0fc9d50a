<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Features\Stock\Rules\ShopStocks;
use OrderInvoicer\Features\Stock\Rules\SteerStock;
use OrderInvoicer\Features\Stock\Rules\StockLook;
use OrderInvoicer\Features\Stock\Rules\StockLooks;
use OrderInvoicer\Features\Stock\Rules\StockRow;
use OrderInvoicer\Features\Stock\Rules\StockRows;
use OrderInvoicer\Features\Stock\Rules\StockStanding;
use OrderInvoicer\Features\Stock\Rules\StockState;
use OrderInvoicer\Wording\Names\SellsyPages;

/**
 * How the stock of shop and Sellsy stands, as the schema `stock` shows it.
 *
 * @phpstan-type StockProductAnswer array{
 *     product_id: int,
 *     name: string,
 *     sku: string,
 *     edit_url: string,
 *     item_url: string,
 *     state: value-of<StockState>,
 *     text: string,
 *     // Quantities are decimals, empty where unknown.
 *     shop: string,
 *     on_the_way: string,
 *     sellsy: string,
 *     difference: string,
 * }
 * @phpstan-type StockChangeAnswer array{
 *     product_id: int,
 *     name: string,
 *     sku: string,
 *     edit_url: string,
 *     item_url: string,
 *     state: value-of<StockState>,
 *     text: string,
 *     id: int,
 *     at: Rfc3339,
 *     // One of shop, sellsy.
 *     side: string,
 *     from: string,
 *     to: string,
 * }
 * @phpstan-type StockAnswer array{
 *     standing: value-of<StockStanding>,
 *     text: string,
 *     // Why the look rests; empty where it does not.
 *     trouble: string,
 *     // Of the last whole comparison; what is sent back with `start`.
 *     seen_at: Rfc3339|null,
 *     // Products of the shop that this comparison still goes through.
 *     left: NaturalInt,
 *     total: NaturalInt,
 *     differ: NaturalInt,
 *     // What differs comes first: all of it until a person has agreed to it.
 *     products: list<StockProductAnswer>,
 *     changes: list<StockChangeAnswer>,
 *     changes_total: NaturalInt,
 * }
 */
final class StockView {

	private const PRODUCTS = 200;
	private const CHANGES  = 100;

	/** Products of which it is said which orders hold them, and so many of these. */
	private const HELD  = 50;
	private const NAMED = 5;

	/** What comes before and with those that differ (StockRows::page()). */
	private const FIRST = [ StockState::Blocked, StockState::Sent, StockState::Differs ];

	public function __construct(
		private readonly SteerStock $steer,
		private readonly StockRows $rows,
		private readonly StockLooks $looks,
		private readonly ShopStocks $shop,
		private readonly SettingsStore $settings,
		private readonly SellsyPages $pages,
		private readonly StockText $texts,
		private readonly int $products = self::PRODUCTS,
	) {}

	/**
	 * @return StockAnswer
	 * @throws RemoteFailure while the account is not known.
	 */
	public function view(): array {
		$settings = $this->settings->get()->stock;
		$standing = $this->steer->standing();
		$look     = $this->looks->read();
		$is_seen  = ! in_array(
			$standing,
			[ StockStanding::NoWarehouse, StockStanding::CannotLead, StockStanding::NotCompared ],
			true
		);
		$left     = $is_seen && ! $look->is_over ? $this->shop->count_after( $look->cursor ) : 0;
		$counts   = $is_seen ? $this->rows->counts() : [];
		$changes  = $this->rows->past( self::CHANGES );
		return [
			'standing'       => $standing->value,
			'text'           => $this->texts->standing( $standing, $settings ) . $this->pace( $look, $left ),
			'trouble'        => $is_seen ? $this->texts->trouble( $look->trouble ) : '',
			'seen_at'        => $is_seen ? $look->whole_at?->format( DATE_RFC3339 ) : null,
			'left'           => $left,
			'total'          => array_sum( $counts ),
			'differ'         => $counts[ StockState::Differs->value ] ?? 0,
			'products'       => $is_seen ? $this->products( $standing, $counts ) : [],
			'changes'        => array_map( $this->change( ... ), $changes ),
			'changes_total'  => count( $changes ) < self::CHANGES ? count( $changes ) : $this->rows->count_past(),
		];
	}

	private function pace( StockLook $look, int $left ): string {
		$all = $left > 0 ? $this->shop->count_after( 0 ) : 0;
		return $left > 0
			? ' ' . $this->texts->pace( $all - $left, $all, $look->days_left( $all - $left, $left ) )
			: '';
	}

	/**
	 * Only what is listed may be agreed to: so all that differs is, until it was.
	 *
	 * @param array<string, int> $counts by StockState value.
	 * @return list<StockProductAnswer>
	 */
	private function products( StockStanding $standing, array $counts ): array {
		$first = array_sum( array_intersect_key( $counts, array_flip( array_column( self::FIRST, 'value' ) ) ) );
		$rows  = $this->rows->page(
			$standing === StockStanding::Agreeing ? $this->products : max( $this->products, $first )
		);
		_prime_post_caches( array_map( static fn ( StockRow $row ): int => $row->product_id, $rows ) );
		$waiting = array_filter( $rows, static fn ( StockRow $row ): bool => $row->state === StockState::Waits );
		$held_by = $this->shop->held_by( array_slice( array_column( $waiting, 'product_id' ), 0, self::HELD ) );
		return array_map( fn ( StockRow $row ): array => $this->product( $row, $held_by ), $rows );
	}

	/**
	 * @param array<int, list<int>> $held_by orders by product.
	 * @return StockProductAnswer
	 */
	private function product( StockRow $row, array $held_by ): array {
		return $this->named( $row ) + [
			'state'      => $row->state->value,
			'text'       => $this->texts->row(
				$row,
				$this->settings->get()->stock,
				array_map( $this->number( ... ), array_slice( $held_by[ $row->product_id ] ?? [], 0, self::NAMED ) )
			),
			'shop'       => $row->shop?->to_string() ?? '',
			'on_the_way' => $row->on_the_way->to_string(),
			'sellsy'     => $row->sellsy?->to_string() ?? '',
			'difference' => $row->difference()?->to_string() ?? '',
		];
	}

	/** @return StockChangeAnswer */
	private function change( StockRow $row ): array {
		return $this->named( $row ) + [
			'id'    => $row->id,
			'at'    => ( $row->seen_at ?? new \DateTimeImmutable( '@0' ) )->format( DATE_RFC3339 ),
			'side'  => $row->side === '' ? 'sellsy' : $row->side,
			'from'  => $row->from()?->to_string() ?? '',
			'to'    => $row->to()?->to_string() ?? '',
			'state' => $row->state->value,
			'text'  => $this->texts->row( $row, $this->settings->get()->stock ),
		];
	}

	private function number( int $order_id ): string {
		$order = wc_get_order( $order_id );
		return $order instanceof \WC_Order ? $order->get_order_number() : (string) $order_id;
	}

	/**
	 * A product that is gone has no name.
	 *
	 * @return array{product_id: int, name: string, sku: string, edit_url: string, item_url: string}
	 */
	private function named( StockRow $row ): array {
		$product = wc_get_product( $row->product_id );
		$is_here = $product instanceof \WC_Product;
		$edited  = $is_here && $product->get_parent_id() > 0 ? $product->get_parent_id() : $row->product_id;
		return [
			'product_id' => $row->product_id,
			'name'       => $is_here ? wp_strip_all_tags( $product->get_name() ) : '',
			'sku'        => $is_here ? $product->get_sku( 'edit' ) : '',
			'edit_url'   => $is_here ? (string) get_edit_post_link( $edited, 'raw' ) : '',
			'item_url'   => $row->item->id > 0 ? $this->pages->item( $row->item->id ) : '',
		];
	}
}
