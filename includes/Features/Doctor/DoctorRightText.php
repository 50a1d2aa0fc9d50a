<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Doctor\Trials\Refusal;
use OrderInvoicer\Sellsy\Rights\RouteScopes;

/** What an access lacks, and what it was not seen to do, in the owner's words. */
final class DoctorRightText {

	/**
	 * @param list<string> $missing for which orders wait: privileges in Sellsy's words, rights by their names, topics.
	 * @param list<string> $others  for which none waits.
	 * @return list<string> each on a line of its own.
	 */
	public function missing( array $missing, array $others ): array {
		return [
			...( $missing === [] ? [] : [ $this->title( count( $missing ) ), ...$this->listed( $missing ) ] ),
			...( $others === [] ? [] : [ $this->title_of_others(), ...$this->listed( $others ) ] ),
			...( $missing === [] && $others === [] ? [] : [ $this->next_step() ] ),
		];
	}

	public function unseen( AccessRights $rights, bool $had_drafts ): string {
		$deeds = $this->deeds( $rights->unseen() );
		return $deeds === [] ? '' : sprintf(
			/* translators: 1: what was not seen, such as "create invoices, create credit notes", 2: what shows it. */
			__( 'Not seen done with this access yet: %1$s. %2$s', 'orderinvoicer' ),
			implode( ', ', $deeds ),
			$this->shown_by( $rights, $had_drafts )
		);
	}

	/** @return string what will show what was not seen; empty where all was. */
	public function shown_by( AccessRights $rights, bool $had_drafts ): string {
		$unseen = $rights->unseen();
		$drafts = $had_drafts ? [] : $rights->shown_by_drafts();
		return match ( true ) {
			$unseen === [] => '',
			$drafts === [] => __( 'The first real documents show it: there is nothing to do for it.', 'orderinvoicer' ),
			$drafts === $unseen =>
				__(
					'The trial with drafts shows it, or the first real documents: there is nothing to do for it.',
					'orderinvoicer'
				),
			default =>
				__(
					'The trial with drafts shows a part of it, the first real documents all: there is nothing to do for it.',
					'orderinvoicer'
				),
		};
	}

	/**
	 * @param list<string> $rights
	 * @return list<string> in words, each once.
	 */
	public function words( array $rights ): array {
		return array_values( array_unique( array_map( self::right( ... ), $rights ) ) );
	}

	/**
	 * @param list<string> $rights by Sellsy's names.
	 * @return list<string> each once.
	 */
	public function deeds( array $rights ): array {
		$deed = static fn ( string $right ): string => self::deed( $right ) ?? $right;
		return array_values( array_unique( array_map( $deed, $rights ) ) );
	}

	private function title( int $count ): string {
		return sprintf(
			/* translators: %s: number of rights. */
			_n(
				'This access, or its person in Sellsy, lacks %s right. Orders that need it wait:',
				'This access, or its person in Sellsy, lacks %s rights. Orders that need them wait:',
				$count,
				'orderinvoicer'
			),
			number_format_i18n( $count )
		);
	}

	private function title_of_others(): string {
		return __( 'This is missing too, and no order waits for it:', 'orderinvoicer' );
	}

	private function next_step(): string {
		return __( 'Give them in Sellsy, test the connection, then try again.', 'orderinvoicer' );
	}

	/**
	 * @param list<string> $rights
	 * @return list<string>
	 */
	private function listed( array $rights ): array {
		return array_map( static fn ( string $one ): string => "    – $one", $this->words( $rights ) );
	}

	/** The scope is ticked on the access, by its name; a privilege is Sellsy's own word already. */
	private static function right( string $right ): string {
		if ( str_starts_with( $right, Refusal::ABOUT ) ) {
			return self::topic( substr( $right, strlen( Refusal::ABOUT ) ) );
		}
		$deed = self::deed( $right );
		return $deed === null ? $right : sprintf(
			/* translators: 1: what it allows, such as "create invoices", 2: its name, such as invoices.write. */
			__( '%1$s (%2$s)', 'orderinvoicer' ),
			$deed,
			RouteScopes::scope_of( $right )
		);
	}

	private static function topic( string $topic ): string {
		return match ( $topic ) {
			'companies', 'individuals', 'contacts' => __( 'a right for clients', 'orderinvoicer' ),
			'items'        => __( 'a right for products', 'orderinvoicer' ),
			'invoices', 'deposit-invoices' => __( 'a right for invoices', 'orderinvoicer' ),
			'credit-notes' => __( 'a right for credit notes', 'orderinvoicer' ),
			'estimates'    => __( 'a right for estimates', 'orderinvoicer' ),
			'orders'       => __( 'a right for sales orders', 'orderinvoicer' ),
			'payments'     => __( 'a right for payments', 'orderinvoicer' ),
			'webhooks'     => __( 'a right for webhooks', 'orderinvoicer' ),
			default        => __( 'a right for the account’s own lists', 'orderinvoicer' ),
		};
	}

	/** Null where there is no word for it. */
	private static function deed( string $right ): ?string {
		return match ( $right ) {
			'companies.write', 'individuals.write', 'contacts.write' => __( 'create clients', 'orderinvoicer' ),
			'items.write'           => __( 'create products', 'orderinvoicer' ),
			'invoices.write'        => __( 'create invoices', 'orderinvoicer' ),
			'invoices.validate'     => __( 'finalise invoices', 'orderinvoicer' ),
			'credit-notes.write'    => __( 'create credit notes', 'orderinvoicer' ),
			'credit-notes.validate' => __( 'finalise credit notes', 'orderinvoicer' ),
			'estimates.write'       => __( 'create estimates', 'orderinvoicer' ),
			'orders.write'          => __( 'create sales orders', 'orderinvoicer' ),
			'payments.write'        => __( 'record payments', 'orderinvoicer' ),
			'companies.read', 'individuals.read', 'contacts.read' => __( 'find clients', 'orderinvoicer' ),
			'items.read'            => __( 'find products', 'orderinvoicer' ),
			'invoices.read'         => __( 'find invoices', 'orderinvoicer' ),
			'credit-notes.read'     => __( 'find credit notes', 'orderinvoicer' ),
			'estimates.read'        => __( 'find estimates', 'orderinvoicer' ),
			'orders.read'           => __( 'find sales orders', 'orderinvoicer' ),
			'payments.read'         => __( 'find payments', 'orderinvoicer' ),
			'webhooks.read', 'webhooks.write' => __( 'hear at once of changes in Sellsy', 'orderinvoicer' ),
			'api-v1'                => __( 'use the older interface of Sellsy', 'orderinvoicer' ),
			'accounts.read', 'staffs.read', 'taxes.read', 'rate-categories.read', 'payment-terms.read', 'models.read' =>
				__( 'read the account’s own lists', 'orderinvoicer' ),
			default                 => null,
		};
	}
}
