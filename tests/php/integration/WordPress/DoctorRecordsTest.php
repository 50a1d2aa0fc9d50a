<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\OptionRecords;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\Sql;

final class DoctorRecordsTest extends IntegrationTestCase {

	public function test_what_was_found_counts_for_this_account_alone(): void {
		$records = $this->records( 'one' );
		self::assertEquals( Record::none(), $records->read() );
		self::assertFalse( $records->is_otherwise( Assumption::SearchLag ) );

		self::assertTrue( $records->keep( self::otherwise() ) );

		self::assertEquals( self::otherwise(), $this->records( 'one' )->read() );
		self::assertTrue( $this->records( 'one' )->is_otherwise( Assumption::SearchLag ) );
		self::assertFalse( $this->records( 'one' )->is_otherwise( Assumption::PutKeepsItems ) );
		self::assertFalse( $this->records( 'another' )->is_otherwise( Assumption::SearchLag ) );
		self::assertEquals( Record::none(), $this->records( 'another' )->read() );
	}

	public function test_who_has_read_something_older_keeps_nothing(): void {
		$one = $this->records( 'one' );
		$two = $this->records( 'one' );
		$one->read();
		$two->read();

		self::assertTrue( $one->keep( self::otherwise() ) );

		self::assertFalse( $two->keep( Record::none() ) );
		self::assertEquals( self::otherwise(), $two->read() );
		self::assertTrue( $two->keep( Record::none() ) );
	}

	private static function otherwise(): Record {
		return Record::none()->found(
			new Finding(
				assumption: 'search-lag',
				state: State::Otherwise,
				seen: 'later',
				at: new \DateTimeImmutable( '@1772445600' ),
				version: '1.0.0',
				revision: 1
			)
		);
	}

	private function records( string $account ): OptionRecords {
		global $wpdb;
		$stub = self::createStub( Account::class );
		$stub->method( 'id' )->willReturn( $account );
		return new OptionRecords( new FreshOptions( new Sql( $wpdb ) ), $stub );
	}
}
