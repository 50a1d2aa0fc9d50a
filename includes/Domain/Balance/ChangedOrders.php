<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Balance;

defined( 'ABSPATH' ) || exit;

/** Orders of which something was done, in the sequence in which it was. How far they were looked at is kept. */
interface ChangedOrders {

	/**
	 * What was done before an update brought these looks is nobody's question: they begin where the pass of before was.
	 * Where they came a minute further than `until`, a clock was wrong: they begin an hour before it.
	 *
	 * @param \DateTimeImmutable $until seconds that are over by then.
	 * @return array{list<int>, string} order ids, each once, and the position behind them.
	 */
	public function next( \DateTimeImmutable $until, int $limit ): array;

	public function keep( string $position ): void;
}
