<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\WordPress\Queue;

use OrderInvoicer\WordPress\Queue\PassState;
use PHPUnit\Framework\TestCase;

final class PassStateTest extends TestCase {

	/** @dataProvider passes */
	public function test_last_and_next_pass_together_say_how_it_stands(
		?string $last,
		?string $next,
		PassState $state,
	): void {
		$now = new \DateTimeImmutable( '2026-11-24 10:00:00 UTC' );
		$at  = static fn ( ?string $moment ): ?\DateTimeImmutable => $moment === null ? null : $now->modify( $moment );

		self::assertSame( $state, PassState::from_times( $at( $last ), $at( $next ), $now ) );
	}

	/** @return array<string, array{string|null, string|null, PassState}> */
	public static function passes(): array {
		return [
			'a new shop'                           => [ null, '+5 minutes', PassState::First ],
			'a new shop whose first is a bit late' => [ null, '-9 minutes', PassState::First ],
			'a new shop that nobody visits'        => [ null, '-11 minutes', PassState::Late ],
			'a new shop that nothing ever starts'  => [ null, '-3 hours', PassState::Stopped ],
			'every five minutes'                   => [ '-4 minutes', '+1 minute', PassState::OnTime ],
			'one is running'                       => [ '-5 minutes', '+0 seconds', PassState::OnTime ],
			'two were missed'                      => [ '-14 minutes', '-9 minutes', PassState::OnTime ],
			'three were missed'                    => [ '-16 minutes', '-11 minutes', PassState::Late ],
			'none for hours'                       => [ '-3 hours', '-175 minutes', PassState::Stopped ],
			'planned again and again, never run'   => [ '-3 hours', '+4 minutes', PassState::Stopped ],
			'not planned any more'                 => [ '-4 minutes', null, PassState::Missing ],
			'never planned'                        => [ null, null, PassState::Missing ],
		];
	}
}
