<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Items\ItemRef;

/**
 * How each product stands: one row, which becomes a past one when its change is settled. The row is the claim too: a
 * change is begun by one statement that only one runner wins.
 */
interface StockRows {

	public function standing( int $product_id ): ?StockRow;

	/**
	 * As it was read. One whose change is begun stays as it is.
	 *
	 * @param \DateTimeImmutable $asked_at marks that are as old as the reading are seen.
	 */
	public function keep( StockReading $read, StockState $state, \DateTimeImmutable $asked_at ): void;

	/**
	 * A change begins, before anybody is told of it.
	 *
	 * @return StockRow|null null: the row is another by now, so somebody else is at it.
	 */
	public function begin( StockRow $listed, StockReading $read, string $side, \DateTimeImmutable $now ): ?StockRow;

	public function answered( StockRow $begun ): void;

	/** A reading that did not show the change. */
	public function read_in_vain( StockRow $begun, \DateTimeImmutable $now ): void;

	/** The change is over; where nothing came of it, the product is left alone until a person compares. */
	public function end( StockRow $begun, StockState $state, \DateTimeImmutable $now ): void;

	/** Something in the shop changed its stock: one statement. */
	public function mark( int $product_id, \DateTimeImmutable $now ): void;

	/** @return list<int> products that were marked by then, those that wait longest first. */
	public function marked( \DateTimeImmutable $by, int $limit ): array;

	/** It failed in the state that it was taken in: others come first until then. */
	public function put_off( int $product_id, StockState $taken, \DateTimeImmutable $until ): void;

	/** @return list<StockRow> changes that were begun before, oldest first. */
	public function begun_before( \DateTimeImmutable $before, int $limit ): array;

	/** @return list<StockRow> differences that were listed before, oldest first. */
	public function listed_before( \DateTimeImmutable $before, int $limit ): array;

	/** Whether another product stands on the same item. */
	public function is_shared( int $product_id, ItemRef $item ): bool;

	/** Nothing can be said of any product on it. A change that is begun is settled first. */
	public function make_unclear( ItemRef $item ): void;

	/** It is not looked at any more. */
	public function forget( int $product_id ): void;

	/** What a whole look has not seen. */
	public function forget_unseen( \DateTimeImmutable $since ): void;

	/** A person compares: what was left alone is looked at again. */
	public function unblock(): void;

	/** Another warehouse, leader or account: a change that was begun becomes a past one, all else goes. */
	public function clear(): void;

	/** @return array<string, int> standing rows by StockState value. */
	public function counts(): array;

	/** @return list<StockRow> what a person should see first. */
	public function page( int $limit ): array;

	/** @return list<StockRow> changes, newest first. */
	public function past( int $limit ): array;

	public function count_past(): int;

	public function prune( \DateTimeImmutable $before ): void;
}
