<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Ledger;

use OrderInvoicer\Domain\Ledger\BackfillRows;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeLedger;
use OrderInvoicer\Tests\Unit\World\Fate;
use PHPUnit\Framework\TestCase;

/** The unit world's ledger keeps the rules of the real one. */
final class FakeLedgerTest extends TestCase {

	use LedgerContract;

	protected function make_ledger( FakeClock $clock ): FakeLedger {
		return new FakeLedger( new Fate(), $clock );
	}

	protected function backfill_rows(): BackfillRows {
		assert( $this->ledger instanceof BackfillRows );
		return $this->ledger;
	}
}
