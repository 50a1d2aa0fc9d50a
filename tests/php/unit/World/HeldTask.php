<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;

/** A row as a runner has it that claimed it with this token, whether or not the ledger still says so. */
final class HeldTask {

	public static function by( Ledger $ledger, int $id, string $token ): Task {
		$row = $ledger->find( $id ) ?? throw new \LogicException( "No row $id." );
		return $row->with(
			[
				'state'      => TaskState::Working,
				'lock_token' => $token,
			]
		);
	}
}
