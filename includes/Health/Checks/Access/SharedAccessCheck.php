<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Access;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Health\Checks\SeenOn;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Wording\Names\DayText;

/** Programs with the same keys take the token from each other: Sellsy refuses one that it gave minutes before. */
final class SharedAccessCheck extends AccessCheck {

	private const SINCE = '-7 days';

	/** Before that nobody has looked for long enough. */
	private const LOOKED = '-1 day';

	/** One may have another reason. */
	private const SIGNS = 2;

	public function __construct(
		ConnectionView $connection,
		private readonly TokenStore $tokens,
		private readonly Clock $clock,
	) {
		parent::__construct( $connection );
	}

	public function name(): string {
		return 'shared_access';
	}

	public function label(): string {
		return __( 'Access of this shop alone', 'orderinvoicer' );
	}

	protected function unknown(): string {
		return __( 'Not known: whether another program uses the access of this shop', 'orderinvoicer' );
	}

	protected function of_access(): Verdict {
		$token = $this->tokens->read();
		$now   = $this->clock->now();
		$since = $now->modify( self::SINCE )->getTimestamp();
		$signs = array_filter( $token->taken ?? [], static fn ( int $at ): bool => $at > $since );
		$noted = $token->noted_since ?? 0;
		return match ( true ) {
			count( $signs ) >= self::SIGNS => $this->shared( $signs ),
			$noted === 0 || $noted > $now->modify( self::LOOKED )->getTimestamp() =>
				Verdict::unknown(
					$this->unknown(),
					__( 'It shows once Sellsy has been asked for a day.', 'orderinvoicer' ),
					__( 'Nothing to do until then.', 'orderinvoicer' )
				),
			default => Verdict::good(
				__( 'No other program got in the way of the access of this shop', 'orderinvoicer' ),
				sprintf(
					/* translators: %s: date. */
					__(
						'Looked at since %s. One that uses it without getting in the way does not show.',
						'orderinvoicer'
					),
					DayText::day( new \DateTimeImmutable( '@' . max( $noted, $since ) ) )
				)
			),
		};
	}

	/** @param non-empty-array<int> $signs Unix times. */
	private function shared( array $signs ): Verdict {
		return Verdict::recommended(
			__( 'Another program seems to use the access of this shop', 'orderinvoicer' ),
			__( 'In the last seven days Sellsy took the permission back several times, minutes after it gave it. That is what happens where two programs, or a copy of this shop, work with the same keys: both are slowed down, and each may lose its connection.', 'orderinvoicer' )
				. ' ' . SeenOn::text( new \DateTimeImmutable( '@' . max( $signs ) ) ),
			__( 'Create an access in Sellsy for this shop alone, and enter its keys here.', 'orderinvoicer' ),
			self::PAGE
		);
	}
}
