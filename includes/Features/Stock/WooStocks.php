<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Items\ItemKey;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Features\Stock\Rules\OnTheWay;
use OrderInvoicer\Features\Stock\Rules\ShopLevel;
use OrderInvoicer\Features\Stock\Rules\ShopStocks;
use OrderInvoicer\WooCommerce\Order\Stored;
use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * WooCommerce's stock as it is stored, read from the table itself: a sale of this second is in it. Stock of a parent is
 * looked at where none of its variations has a reference or a stock of its own.
 */
final class WooStocks implements ShopStocks {

	/** So many decimals WooCommerce writes; sums of binary fractions carry more. */
	private const DECIMALS = 6;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
		private readonly OrdersOnTheWay $orders,
		private readonly OwnStockChange $own,
	) {}

	public function after( int $product_id, int $limit ): array {
		[ $from, $arguments ] = $this->counted( $product_id );
		$rows                 = $this->sql->rows(
			"SELECT post.ID AS id $from ORDER BY post.ID LIMIT %d",
			[ ...$arguments, $limit ]
		);
		return array_map( static fn ( array $row ): int => (int) ( $row['id'] ?? 0 ), $rows );
	}

	public function count_after( int $product_id ): int {
		[ $from, $arguments ] = $this->counted( $product_id );
		return (int) $this->sql->value( "SELECT COUNT(*) $from", $arguments );
	}

	public function references( int $product_id ): array {
		if ( ! $this->is_counted( $product_id ) ) {
			return [];
		}
		return CheckedRead::read(
			static function () use ( $product_id ): array {
				$product = wc_get_product( $product_id );
				$parent  = $product instanceof \WC_Product && $product->get_parent_id() > 0
					? wc_get_product( $product->get_parent_id() )
					: null;
				$skus    = array_map(
					static fn ( mixed $one ): string => $one instanceof \WC_Product
						? ItemKey::reference( trim( $one->get_sku( 'edit' ) ) )
						: '',
					[ $product, $parent ]
				);
				return $skus[0] === ''
					? []
					: array_values( array_diff( array_unique( $skus ), [ '' ] ) );
			}
		);
	}

	/** Where something is sold between the two readings, nobody can tell what is on its way. */
	public function level( int $product_id, string $moved_by ): ?ShopLevel {
		$before = $this->quantity( $product_id );
		if ( $before === null ) {
			return null;
		}
		$way   = $this->orders->of( $product_id, $moved_by );
		$after = $this->quantity( $product_id );
		return $after === null ? null : new ShopLevel(
			$after,
			new OnTheWay( $way->is_busy || ! $after->equals( $before ), $way->quantity )
		);
	}

	public function held_by( array $products ): array {
		return $this->orders->holding( $products );
	}

	public function counts( Decimal $quantity ): bool {
		return Stored::decimal( wc_stock_amount( self::number( $quantity ) ) )->equals( $quantity );
	}

	public function add( int $product_id, Decimal $quantity ): void {
		$this->own->make(
			static fn () => wc_update_product_stock(
				$product_id,
				self::number( $quantity->abs() ), // @phpstan-ignore argument.type (documented as int; takes parts too)
				$quantity->is_negative() ? 'decrease' : 'increase'
			)
		);
	}

	private function is_counted( int $product_id ): bool {
		[ $from, $arguments ] = $this->counted( $product_id - 1 );
		return $this->sql->rows( "SELECT post.ID AS id $from AND post.ID = %d", [ ...$arguments, $product_id ] ) !== [];
	}

	/** WooCommerce's own type for quantities; exact up to fifteen digits. */
	private static function number( Decimal $quantity ): float {
		return (float) $quantity->to_string();
	}

	/** @throws \UnexpectedValueException */
	private function quantity( int $product_id ): ?Decimal {
		$stored = array_column(
			$this->sql->rows_now(
				"SELECT meta_key, meta_value FROM %i WHERE post_id = %d AND meta_key IN ( '_manage_stock', '_stock' )",
				[ $this->wpdb->postmeta, $product_id ]
			),
			'meta_value',
			'meta_key'
		);
		if ( ( $stored['_manage_stock'] ?? '' ) !== 'yes' || get_option( 'woocommerce_manage_stock' ) !== 'yes' ) {
			return null;
		}
		try {
			$quantity = $stored['_stock'] ?? '';
			return Decimal::from_string( $quantity === '' ? '0' : $quantity )
				->round( self::DECIMALS, Rounding::HalfUp );
		} catch ( \InvalidArgumentException ) {
			throw new \UnexpectedValueException( 'The stock of a product is no number.' );
		}
	}

	/** @return array{literal-string, list<string|int>} from which table, and which of them are looked at. */
	private function counted( int $product_id ): array {
		$lookup = $this->sql->table( 'wc_product_meta_lookup' );
		return [
			"FROM %i post
			INNER JOIN %i own ON own.product_id = post.ID AND own.stock_quantity IS NOT NULL AND TRIM( own.sku ) <> ''
			WHERE post.ID > %d AND post.post_type IN ( 'product', 'product_variation' )
			AND post.post_status IN ( 'publish', 'private' )
			AND NOT EXISTS (
				SELECT 1 FROM %i other
				INNER JOIN %i bearer ON bearer.ID = other.product_id AND bearer.post_status IN ( 'publish', 'private' )
				WHERE other.sku = own.sku AND other.product_id <> own.product_id
			)
			AND NOT EXISTS (
				SELECT 1 FROM %i child INNER JOIN %i part ON part.product_id = child.ID
				WHERE child.post_parent = post.ID AND child.post_type = 'product_variation'
				AND child.post_status IN ( 'publish', 'private' )
				AND ( part.sku <> '' OR part.stock_quantity IS NOT NULL )
			)",
			[
				$this->wpdb->posts,
				$lookup,
				$product_id,
				$lookup,
				$this->wpdb->posts,
				$this->wpdb->posts,
				$lookup,
			],
		];
	}
}
