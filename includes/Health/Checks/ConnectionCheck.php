<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Wording\Problems\ProblemText;

/** Whether the connection works. A revoked access shows as soon as there is work. */
final class ConnectionCheck implements HealthCheck {

	public function __construct(
		private readonly ConnectionView $connection,
		private readonly ProblemText $problems,
	) {}

	public function name(): string {
		return 'connection';
	}

	public function label(): string {
		return __( 'Connection to Sellsy', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		return match ( $this->connection->state() ) {
			'refused'      => $this->refused(
				__( 'Enter the id and the secret of an access that works.', 'orderinvoicer' )
			),
			'to_authorise' => $this->connection->is_refused()
				? $this->refused( __( 'Press the button that leads to Sellsy, and allow it there.', 'orderinvoicer' ) )
				: Verdict::recommended(
					__( 'Sellsy waits for your permission', 'orderinvoicer' ),
					__( 'No document is made until somebody allows this shop at Sellsy.', 'orderinvoicer' ),
					__( 'Press the button that leads to Sellsy, and allow it there.', 'orderinvoicer' ),
					AdminPage::PATH . '#/connection'
				),
			'unconfigured' => Verdict::recommended(
				__( 'This shop is not connected to Sellsy', 'orderinvoicer' ),
				__( 'No document is made until it is connected.', 'orderinvoicer' ),
				__( 'Enter the id and the secret of an access of your Sellsy account.', 'orderinvoicer' ),
				AdminPage::PATH . '#/connection'
			),
			'unknown'      => Verdict::unknown(
				__( 'The connection to Sellsy was never tested', 'orderinvoicer' ),
				__( 'Only the first order will show whether the access works and has every right.', 'orderinvoicer' ),
				__( 'Test the connection.', 'orderinvoicer' ),
				AdminPage::PATH . '#/connection'
			),
			default        => $this->connection->is_silent() ? $this->unanswered() : $this->of_rights(),
		};
	}

	private function unanswered(): Verdict {
		$problem = $this->connection->silence() ?? new Problem( ProblemCode::SellsyDown );
		return Verdict::recommended(
			rtrim( $this->problems->text( $problem ), '.' ),
			$this->problems->next_step( $problem ),
			__( 'If it lasts, test the connection.', 'orderinvoicer' ),
			AdminPage::PATH . '#/connection'
		);
	}

	private function of_rights(): Verdict {
		return match ( $this->connection->rights() ) {
			RightState::Seen    => Verdict::good(
				__( 'This shop is connected to Sellsy', 'orderinvoicer' ),
				$this->account()
			),
			RightState::Missing => $this->lacking( $this->connection->missing_scopes() ),
			RightState::Unseen  => Verdict::unknown(
				__( 'Not every right at Sellsy was seen yet', 'orderinvoicer' ),
				__( 'This shop is connected. Some rights cannot be seen beforehand: the first document that needs one will show whether it is there.', 'orderinvoicer' ),
				__( 'Test the connection.', 'orderinvoicer' ),
				AdminPage::PATH . '#/connection'
			),
		};
	}

	/**
	 * @param list<string> $scopes none where all that is missing is a privilege of the person: another check says that.
	 */
	private function lacking( array $scopes ): Verdict {
		return $scopes === []
			? Verdict::good(
				__( 'This shop is connected to Sellsy', 'orderinvoicer' ),
				trim(
					$this->account() . ' '
					. __( 'What its person may not do there is said under the privileges.', 'orderinvoicer' )
				)
			)
			: Verdict::critical(
				__( 'Rights are missing at Sellsy', 'orderinvoicer' ),
				sprintf(
					/* translators: %s: names of rights at Sellsy, such as invoices.write. */
					__( 'Operations that need them are waiting. Missing rights: %s.', 'orderinvoicer' ),
					implode( ', ', $scopes )
				),
				__( 'Give them at Sellsy, then test the connection.', 'orderinvoicer' ),
				AdminPage::PATH . '#/connection'
			);
	}

	/** On the screen alone: what people post in public names nobody. */
	private function account(): string {
		$name = $this->connection->account_name();
		return match ( $name ) {
			null    => '',
			''      => __( 'Sellsy did not say what its account is called.', 'orderinvoicer' ),
			/* translators: %s: name of a Sellsy account, which is that of a company. */
			default => sprintf( __( 'Documents go to the Sellsy account “%s”.', 'orderinvoicer' ), $name ),
		};
	}

	private function refused( string $next_step ): Verdict {
		return Verdict::critical(
			__( 'Sellsy refuses the access of this shop', 'orderinvoicer' ),
			__( 'No document is made until Sellsy accepts it; nothing is lost meanwhile. Its keys were deleted or changed there, or the person whose access it is has left or was blocked, or another program uses the same access.', 'orderinvoicer' ),
			$next_step,
			AdminPage::PATH . '#/connection'
		);
	}
}
