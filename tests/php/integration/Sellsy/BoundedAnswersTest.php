<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Buyer;
use WpOrg\Requests\Transport\Fsockopen;

/**
 * What Sellsy, or somebody on the way, may answer: too long, too long once it is unpacked, or not what it says it is.
 */
final class BoundedAnswersTest extends SellsyTestCase {

	private const MEGABYTE = 1048576;

	/** More than the longest answer and what is made of it. */
	private const MOST = 48 * self::MEGABYTE;

	private \Closure $sockets;

	protected function setUp(): void {
		parent::setUp();
		$this->sockets =
			static function ( mixed &$url, mixed &$headers, mixed &$data, mixed &$type, array &$options ): void {
				$options['transport'] = Fsockopen::class;
			};
	}

	protected function tearDown(): void {
		remove_action( 'requests-requests.before_request', $this->sockets );
		parent::tearDown();
	}

	/** @dataProvider giants */
	public function test_a_giant_is_an_unknown_outcome_and_takes_little_memory( string $mode, bool $by_curl ): void {
		$this->tokens->access_token();
		$this->transport( $by_curl );
		$this->spoil( $mode, 'POST', '/individuals' );

		$before = $this->start_measuring();
		self::assertSame( FailureKind::OutcomeUnknown, $this->failure_of_create() );
		self::assertLessThan( self::MOST, memory_get_peak_usage() - $before );

		self::assertSame( 1, $this->posts( '/individuals' ), 'Never sent twice.' );
		self::assertCount( 1, $this->sandbox->state()['individuals'] );
	}

	/** @return iterable<string, array{string, bool}> */
	public static function giants(): iterable {
		foreach ( [ 'huge', 'gzip-bomb', 'gzip-twice', 'gzip-broken' ] as $mode ) {
			yield "$mode, cURL" => [ $mode, true ];
		}
		yield 'gzip-bomb, sockets' => [ 'gzip-bomb', false ];
	}

	/** @dataProvider transports */
	public function test_an_answer_that_is_packed_without_being_asked_for_is_read( bool $by_curl ): void {
		$this->tokens->access_token();
		$this->transport( $by_curl );
		$this->spoil( 'gzip', 'GET', '/taxes' );
		self::assertNotSame( [], $this->account->taxes() );
	}

	/** @return iterable<string, array{bool}> */
	public static function transports(): iterable {
		yield 'cURL' => [ true ];
		yield 'sockets' => [ false ];
	}

	public function test_the_login_host_and_the_old_api_are_bounded_as_well(): void {
		$this->spoil( 'gzip-bomb', 'POST', '/oauth2/access-tokens' );
		$before = $this->start_measuring();
		try {
			$this->account->taxes();
			self::fail( 'No token, no answer.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::NotSent, $failure->kind );
		}
		$this->spoil( 'huge', 'POST', 'v1:Document.getList' );
		try {
			$this->v1->call( 'Document.getList', [ 'doctype' => 'invoice' ] );
			self::fail( 'No answer of that size.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::OutcomeUnknown, $failure->kind );
		}
		self::assertLessThan( self::MOST, memory_get_peak_usage() - $before );
	}

	public function test_a_negative_id_is_no_id(): void {
		$this->spoil( 'negative-id', 'POST', '/individuals' );
		self::assertSame( FailureKind::OutcomeUnknown, $this->failure_of_create() );
	}

	public function test_other_peoples_requests_stay_as_they_are(): void {
		$this->tokens->access_token();
		$this->spoil( 'gzip', 'GET', '/quotas' );
		$nested = '';
		$other  = function ( mixed $answer, array $arguments, string $url ) use ( &$nested, &$other ): mixed {
			if ( str_ends_with( $url, '/taxes?limit=100' ) ) {
				$token  = $this->tokens->access_token();
				$nested = wp_remote_retrieve_body(
					wp_remote_get(
						$this->endpoints()->api . '/quotas',
						[ 'headers' => [ 'Authorization' => "Bearer $token" ] ]
					)
				);
			}
			return $answer;
		};
		add_filter( 'pre_http_request', $other, 10, 3 );
		$this->account->taxes();
		remove_filter( 'pre_http_request', $other );
		self::assertIsArray( json_decode( $nested, true ) );
	}

	private function failure_of_create(): ?FailureKind {
		try {
			$this->customers->create(
				new CustomerDraft(
					CustomerType::Individual,
					'SHOP-C7',
					new Buyer(
						user_id: 7,
						email: 'client@example.org',
						first_name: 'Client',
						last_name: 'Test',
						company: '',
						phone: '',
						siren: '',
						siret: '',
						vat_number: ''
					)
				)
			);
		} catch ( RemoteFailure $failure ) {
			return $failure->kind;
		}
		return null;
	}

	private function spoil( string $mode, string $method, string $path ): void {
		$this->sandbox->fault(
			[
				'mode' => $mode,
				'method' => $method,
				'path' => $path,
			]
		);
	}

	private function transport( bool $by_curl ): void {
		if ( ! $by_curl ) {
			add_action( 'requests-requests.before_request', $this->sockets, 10, 5 );
		}
	}

	private function start_measuring(): int {
		if ( function_exists( 'memory_reset_peak_usage' ) ) {
			memory_reset_peak_usage();
		}
		return memory_get_peak_usage();
	}

	private function posts( string $path ): int {
		$calls = $this->sandbox->call( 'GET', '/_sandbox/calls' );
		return count(
			array_filter(
				$calls,
				static fn( mixed $call ): bool =>
					is_array( $call ) && [ $call['method'], $call['path'] ] === [ 'POST', $path ]
			)
		);
	}
}
