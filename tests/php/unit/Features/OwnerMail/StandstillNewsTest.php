<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\OwnerMail;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Features\OwnerMail\Rules\Cause;
use OrderInvoicer\Features\OwnerMail\Rules\StandstillNews;
use OrderInvoicer\Features\OwnerMail\Rules\Told;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What the owner hears of pauses that come and go, with a look every five minutes. */
final class StandstillNewsTest extends TestCase {

	/**
	 * @param array<string, list<array{int, int}>> $stands by cause: from which minute to which.
	 * @param array<int, string>                   $hears  by minute.
	 */
	#[DataProvider( 'times' )]
	public function test_each_cause_is_told_once_and_its_end_once( array $stands, array $hears ): void {
		self::assertSame( $hears, $this->heard( $stands ) );
	}

	/** @return array<string, array{array<string, list<array{int, int}>>, array<int, string>}> */
	public static function times(): array {
		return [
			'nothing stands'                     => [ [], [] ],
			'it begins, and goes on'             => [
				[ 'unauthorized' => [ [ 0, 60 ] ] ],
				[
					0  => 'unauthorized',
					70 => 'on since 0',
				],
			],
			'it begins again after it went on'   => [
				[ 'unauthorized' => [ [ 0, 60 ], [ 100, 120 ] ] ],
				[
					0   => 'unauthorized',
					70  => 'on since 0',
					100 => 'unauthorized',
					130 => 'on since 100',
				],
			],
			'it flaps within minutes'            => [
				[ 'unauthorized' => [ [ 0, 5 ], [ 10, 15 ], [ 20, 30 ], [ 35, 40 ] ] ],
				[
					0  => 'unauthorized',
					50 => 'on since 0',
				],
			],
			'a look that is over at once'        => [
				[ 'unauthorized' => [ [ 0, 5 ] ] ],
				[
					0  => 'unauthorized',
					15 => 'on since 0',
				],
			],
			'Sellsy is down for half an hour'    => [ [ 'sellsy_down' => [ [ 0, 30 ] ] ], [] ],
			'Sellsy is down for two hours'       => [
				[ 'sellsy_down' => [ [ 0, 120 ] ] ],
				[
					60  => 'sellsy_down',
					130 => 'on since 0',
				],
			],
			'down, back for a moment, down'      => [
				[ 'sellsy_down' => [ [ 0, 90 ], [ 95, 200 ] ] ],
				[
					60  => 'sellsy_down',
					210 => 'on since 0',
				],
			],
			'no calls left for an hour'          => [
				[ 'rate_limited' => [ [ 0, 65 ] ] ],
				[
					60 => 'rate_limited',
					75 => 'on since 0',
				],
			],
			'a second cause while one stands'    => [
				[
					'unauthorized'  => [ [ 0, 60 ] ],
					'other_account' => [ [ 30, 90 ] ],
				],
				[
					0   => 'unauthorized',
					30  => 'other_account',
					100 => 'on since 30',
				],
			],
			'two at once are one e-mail'         => [
				[
					'unauthorized'                => [ [ 0, 30 ] ],
					'account_blocked/items.write' => [ [ 0, 30 ] ],
				],
				[
					0  => 'unauthorized, account_blocked items.write',
					40 => 'on since 0',
				],
			],
			'the first comes back while another stands' => [
				[
					'unauthorized'  => [ [ 0, 20 ], [ 60, 80 ] ],
					'other_account' => [ [ 10, 100 ] ],
				],
				[
					0   => 'unauthorized',
					10  => 'other_account',
					60  => 'unauthorized',
					110 => 'on since 10',
				],
			],
			'it is gone, but Sellsy is down for a while: work does not go on' => [
				[
					'unauthorized' => [ [ 0, 60 ] ],
					'sellsy_down'  => [ [ 60, 100 ] ],
				],
				[
					0   => 'unauthorized',
					110 => 'on since 0',
				],
			],
			'it is gone, because its owner disconnected the shop' => [
				[
					'unauthorized'  => [ [ 0, 60 ] ],
					'not_connected' => [ [ 60, 300 ] ],
				],
				[ 0 => 'unauthorized' ],
			],
			'disconnected by its owner'          => [ [ 'not_connected' => [ [ 0, 300 ] ] ], [] ],
			'a copy, said to be one'             => [
				[
					'copied_site'      => [ [ 0, 30 ] ],
					'copied_site/copy' => [ [ 30, 300 ] ],
				],
				[ 0 => 'copied_site' ],
			],
			'two rights, one of them later'      => [
				[
					'account_blocked/items.write'    => [ [ 0, 100 ] ],
					'account_blocked/payments.write' => [ [ 50, 100 ] ],
				],
				[
					0   => 'account_blocked items.write',
					50  => 'account_blocked payments.write',
					110 => 'on since 0',
				],
			],
		];
	}

	/**
	 * @param array<string, list<array{int, int}>> $stands
	 * @return array<int, string>
	 */
	private function heard( array $stands ): array {
		$news  = new StandstillNews();
		$told  = new Told();
		$start = new \DateTimeImmutable( '2026-03-02 10:00:00 UTC' );
		$heard = [];
		for ( $minute = 0; $minute <= 300; $minute += 5 ) {
			$new  = $news->news( $told, $this->standing( $stands, $start, $minute ), $start->modify( "+$minute min" ) );
			$told = $new->told;
			if ( $new->stopped !== [] ) {
				$keys             = array_map( static fn ( Cause $cause ): string => $cause->key(), $new->stopped );
				$heard[ $minute ] = implode( ', ', $keys );
			} elseif ( $new->goes_on_since !== null ) {
				$since            = intdiv( $new->goes_on_since->getTimestamp() - $start->getTimestamp(), 60 );
				$heard[ $minute ] = "on since $since";
			}
		}
		return $heard;
	}

	/**
	 * @param array<string, list<array{int, int}>> $stands
	 * @return array<string, Cause>
	 */
	private function standing( array $stands, \DateTimeImmutable $start, int $minute ): array {
		$standing = [];
		foreach ( $stands as $name => $times ) {
			foreach ( $times as [ $from, $to ] ) {
				if ( $from <= $minute && $minute < $to ) {
					[ $code, $fact ]           = [ ...explode( '/', $name ), '' ];
					$facts                     = $fact === 'copy' ? [ 'decision' => $fact ] : [ 'scope' => $fact ];
					$problem                   = new Problem( ProblemCode::from( $code ), $facts );
					$cause                     = new Cause( $problem, $start->modify( "+$from min" ) );
					$standing[ $cause->key() ] = $cause;
				}
			}
		}
		return $standing;
	}
}
