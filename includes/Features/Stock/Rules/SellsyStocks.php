<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;

/** Stock at Sellsy, which only API v1 knows. */
interface SellsyStocks {

	/**
	 * Those in use.
	 *
	 * @return list<Warehouse>
	 * @throws RemoteFailure
	 */
	public function warehouses(): array;

	/**
	 * Begins to count the stock of an item, with that much in that warehouse. Whether doing it twice adds up is not
	 * known.
	 *
	 * @throws RemoteFailure
	 */
	public function open( int $item_id, int $warehouse_id, Decimal $quantity ): void;

	/** @throws RemoteFailure */
	public function level( ItemRef $item, int $warehouse_id ): SellsyLevel;

	/**
	 * Adds to what is there, or takes away. Twice is twice as much: to be claimed first.
	 *
	 * @throws RemoteFailure
	 */
	public function add( ItemRef $item, int $warehouse_id, Decimal $quantity ): void;
}
