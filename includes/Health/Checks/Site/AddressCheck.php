<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Site;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\SeenOn;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\WordPress\System\OwnRoute;
use OrderInvoicer\Wording\Names\DayText;

/** The site is reached by https, by a certificate that counts for a while yet. */
final class AddressCheck implements HealthCheck {

	private const SOON = '+14 days';

	public function __construct(
		private readonly OwnRoute $route,
		private readonly Clock $clock,
	) {}

	public function name(): string {
		return 'https';
	}

	public function label(): string {
		return __( 'Address by https', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		return wp_is_home_url_using_https() && wp_is_site_url_using_https()
			? $this->of_certificate()
			: Verdict::recommended(
				__( 'An address of this site does not begin with https', 'orderinvoicer' ),
				__( 'Names, addresses and the access to Sellsy travel where others can read them, and Sellsy may refuse to tell this shop of changes.', 'orderinvoicer' ),
				__(
					'Have your host set up a certificate, then enter both addresses with https in Settings › General.',
					'orderinvoicer'
				),
				'options-general.php'
			);
	}

	private function of_certificate(): Verdict {
		$seen = $this->route->last_seen();
		$ends = $seen?->certificate_ends;
		$now  = $this->clock->now();
		if ( $seen === null || $ends === null || ( $ends <= $now && $seen->at < $ends ) ) {
			return Verdict::unknown(
				__( 'Not known: until when the certificate of this site counts', 'orderinvoicer' ),
				$ends === null
					? __( 'The site is reached by https. It has not seen its own certificate so far.', 'orderinvoicer' )
					: sprintf(
						/* translators: %s: date. */
						__( 'The one that was seen last counted until %s. Whether there is another one since then, nobody looked.', 'orderinvoicer' ),
						DayText::day( $ends )
					),
				__( 'The button “Test now” in the diagnostics of Order Invoicer looks at it. Where it shows nothing, your host knows.', 'orderinvoicer' )
			);
		}
		return $ends > $now->modify( self::SOON )
			? Verdict::good(
				sprintf(
					/* translators: %s: date. */
					__( 'The site is reached by https, with a certificate until %s', 'orderinvoicer' ),
					DayText::day( $ends )
				),
				SeenOn::text( $seen->at )
			)
			: Verdict::recommended(
				/* translators: %s: date. */
				sprintf( __( 'The certificate of this site counts until %s', 'orderinvoicer' ), DayText::day( $ends ) ),
				__(
					'After that day browsers warn your customers, and Sellsy no longer tells this shop of changes.',
					'orderinvoicer'
				)
					. ' ' . SeenOn::text( $seen->at ),
				__( 'Ask your host why it is not renewed by itself.', 'orderinvoicer' )
			);
	}
}
