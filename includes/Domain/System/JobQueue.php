<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

/** Wake-up calls, nothing more: losing one is harmless because the sweeper finds the row. */
interface JobQueue {

	public function wake( int $task_id ): void;

	/** Something may be read at Sellsy now; where no runner starts, the pass reads it. */
	public function start(): void;

	/**
	 * What a shopper need not wait for: once in a request, after other code and the answer; at once where nobody waits.
	 * What is lost with its request is found by the pass.
	 *
	 * @param string $name what is to be done; of the same name the last one is.
	 * @param \Closure(): void $act
	 */
	public function once_answered( string $name, \Closure $act ): void;

	/**
	 * @param int $task_id 0: of a row that is not there yet. A runner takes whatever is due.
	 * @return bool false: nothing is planned.
	 */
	public function wake_at( int $task_id, \DateTimeImmutable $at ): bool;
}
