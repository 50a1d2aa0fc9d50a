<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Access;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Wording\Names\DayText;

/** Since when the same keys are in use, and how others take their place while orders go on. */
final class KeysCheck extends AccessCheck {

	private const OLD = '-1 year';

	public function __construct(
		ConnectionView $connection,
		private readonly CredentialStore $credentials,
		private readonly Clock $clock,
	) {
		parent::__construct( $connection );
	}

	public function name(): string {
		return 'keys';
	}

	public function label(): string {
		return __( 'Age of the keys', 'orderinvoicer' );
	}

	protected function unknown(): string {
		return __( 'Not known: since when the keys of the access are in use', 'orderinvoicer' );
	}

	protected function of_access(): Verdict {
		$since = $this->credentials->since();
		if ( $since === null ) {
			return Verdict::unknown(
				$this->unknown(),
				$this->credentials->are_fixed()
					? __( 'They stand in wp-config.php, which says no date.', 'orderinvoicer' )
					: __( 'They were entered before this was noted.', 'orderinvoicer' ),
				__(
					'Sellsy shows when the access was created. If that was more than a year ago, change it:',
					'orderinvoicer'
				)
					. ' ' . $this->how(),
				self::PAGE
			);
		}
		return $since > $this->clock->now()->modify( self::OLD )
			? Verdict::good(
				/* translators: %s: date. */
				sprintf( __( 'The keys of the access are in use since %s', 'orderinvoicer' ), DayText::day( $since ) )
			)
			: Verdict::recommended(
				sprintf(
					/* translators: %s: date. */
					__( 'The keys of the access are in use since %s, for more than a year', 'orderinvoicer' ),
					DayText::day( $since )
				),
				__( 'Whoever got hold of them in that time, such as a former employee or agency, can still read and write your documents.', 'orderinvoicer' ),
				$this->how(),
				self::PAGE
			);
	}

	private function how(): string {
		return __( 'Create a second access in Sellsy with the same rights, enter its keys here and test the connection; only then delete the old one in Sellsy. No order waits meanwhile.', 'orderinvoicer' );
	}
}
