<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\OptionObservations;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;

/** What real documents showed is kept by account, costs nothing once it is known, and no work fails of it. */
final class ObservationsTest extends IntegrationTestCase {

	private Adapters $adapters;

	protected function setUp(): void {
		parent::setUp();
		( new SandboxShop( $this->allow_sandbox() ) )->connect();
		$this->adapters = $this->process();
	}

	public function test_nothing_is_known_until_it_was_seen(): void {
		$findings = $this->adapters->observations()->findings();

		self::assertSame( State::NotKnown, $findings['pdf-link']->state );
		self::assertSame( OptionObservations::FIRST_REAL, $findings['pdf-link']->seen );
		self::assertArrayNotHasKey( 'search-lag', $findings, 'A trial shows that.' );
		self::assertTrue( $this->adapters->observations()->is_open( Assumption::PdfLink ) );
	}

	public function test_one_contrary_answer_stands_until_one_is_seen_after_everything_was_asked_again(): void {
		$seen = [];
		foreach ( [ [ true, 'open' ], [ false, 'refused' ], [ true, 'with-token' ] ] as [ $is_as_assumed, $code ] ) {
			$this->process()->observations()->saw( Assumption::PdfLink, $is_as_assumed, $code );
			$seen[] = $this->finding( 'pdf-link' )->seen;
		}
		self::assertSame( [ 'open', 'refused', 'refused' ], $seen );
		self::assertSame( State::Otherwise, $this->finding( 'pdf-link' )->state );
		self::assertFalse( $this->process()->observations()->is_open( Assumption::PdfLink ) );
		$this->adapters->observations()->saw( Assumption::Dispute, true, 'free' );

		$this->process()->observations()->ask_again();

		self::assertSame( State::Otherwise, $this->finding( 'pdf-link' )->state, 'Nobody has seen it since.' );
		self::assertTrue( $this->process()->observations()->is_open( Assumption::PdfLink ) );
		self::assertFalse( $this->process()->observations()->is_open( Assumption::Dispute ) );
		$this->process()->observations()->saw( Assumption::PdfLink, true, 'open' );
		self::assertSame( State::AsExpected, $this->finding( 'pdf-link' )->state );
	}

	public function test_two_processes_lose_nothing_of_each_other(): void {
		$one = $this->process()->observations();
		$two = $this->process()->observations();
		self::assertTrue( $one->is_open( Assumption::PdfLink ) && $two->is_open( Assumption::PdfLink ) );

		$one->saw( Assumption::PdfLink, true, 'open' );
		$two->saw( Assumption::Dispute, true, 'free' );
		$one->saw( Assumption::Signature, true, 'signed' );

		$known = array_filter(
			$this->process()->observations()->findings(),
			static fn ( Finding $one ): bool => $one->state === State::AsExpected
		);
		self::assertSame( [ 'dispute', 'pdf-link', 'signature' ], array_keys( $known ) );
	}

	public function test_what_is_known_costs_no_question(): void {
		global $wpdb;
		$this->adapters->observations()->saw( Assumption::PdfLink, true, 'open' );
		wp_load_alloptions( true );
		$later = $this->process();
		$later->credential_store()->hold();
		( new AccountIdentity( $later->credential_store() ) )->id();
		$before = $wpdb->num_queries;

		$later->observations()->saw( Assumption::PdfLink, true, 'open' );
		$later->observations()->saw( Assumption::PdfLink, true, 'with-token' );
		self::assertFalse( $later->observations()->is_open( Assumption::PdfLink ) );

		self::assertSame( $before, $wpdb->num_queries );
	}

	public function test_a_copy_notes_nothing(): void {
		$home = get_option( 'home' );
		update_option( 'home', 'https://copy.example.com' );
		try {
			$this->process()->observations()->saw( Assumption::PdfLink, true, 'open' );
		} finally {
			update_option( 'home', $home );
		}

		self::assertSame( State::NotKnown, $this->finding( 'pdf-link' )->state );
	}

	public function test_another_account_has_shown_nothing(): void {
		$this->adapters->observations()->saw( Assumption::PdfLink, true, 'open' );
		$identity = new AccountIdentity( $this->adapters->credential_store() );
		$identity->remember( 'another', '' );
		self::assertSame( State::NotKnown, $this->finding( 'pdf-link' )->state );
		$this->process()->observations()->saw( Assumption::PdfLink, false, 'refused' );
		self::assertSame( State::Otherwise, $this->finding( 'pdf-link' )->state );

		$identity->remember( '5f0c1a52-0000-4000-8000-000000000001', '' );
		self::assertSame( State::AsExpected, $this->finding( 'pdf-link' )->state );
	}

	/** An order goes on whatever the database does. */
	public function test_a_database_that_refuses_is_no_failure(): void {
		global $wpdb;
		$refuse = static fn ( string $query ): string =>
			str_contains( $query, OptionObservations::OPTION ) ? 'SELECT nonsense' : $query;
		$wpdb->suppress_errors();
		add_filter( 'query', $refuse );
		try {
			$this->adapters->observations()->saw( Assumption::PdfLink, true, 'open' );
		} finally {
			remove_filter( 'query', $refuse );
			$wpdb->suppress_errors( false );
		}
		self::assertSame( State::NotKnown, $this->finding( 'pdf-link' )->state );

		$this->adapters->observations()->saw( Assumption::PdfLink, true, 'open' );
		self::assertSame( State::AsExpected, $this->finding( 'pdf-link' )->state, 'The next one shows it.' );
	}

	private function finding( string $assumption ): Finding {
		return $this->process()->observations()->findings()[ $assumption ];
	}

	private function process(): Adapters {
		global $wpdb;
		return new Adapters( $wpdb );
	}
}
