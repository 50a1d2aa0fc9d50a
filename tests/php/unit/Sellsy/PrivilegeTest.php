<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Rights\Privilege;
use PHPUnit\Framework\TestCase;

/** @assumes administrator-has-all */
final class PrivilegeTest extends TestCase {

	/** @return array<string, bool> */
	private static function everything(): array {
		return array_fill_keys( Privilege::fields(), true );
	}

	/**
	 * @param array<string, bool> $acl
	 * @return list<string>
	 */
	private static function such( array $acl, bool $is_administrator, ?bool $given ): array {
		$such = array_filter(
			Privilege::all(),
			static fn ( Privilege $one ): bool => $one->is_given( $acl, $is_administrator ) === $given
		);
		return array_values( array_map( static fn ( Privilege $one ): string => $one->words, $such ) );
	}

	public function test_there_are_nineteen_and_an_administrator_has_them_all(): void {
		self::assertCount( 19, Privilege::all() );
		self::assertCount( 19, array_unique( self::such( [], true, true ) ) );
	}

	public function test_what_sellsy_does_not_say_is_not_known_whatever_else_it_says(): void {
		$unseen = self::such( self::everything(), false, null );
		self::assertContains( 'Facturation / Niveau de visualisation des factures : Toutes', $unseen );
		self::assertContains(
			'Facturation / Autoriser la création des bons de commande pour un client ayant une facture en retard',
			$unseen
		);
		self::assertContains( 'Facturation / Autoriser à ajouter des lignes simples dans les documents', $unseen );
		self::assertContains( 'Catalogue / Gestion des déclinaisons', $unseen );
		self::assertCount( 9, $unseen );
		self::assertSame( [], self::such( self::everything(), false, false ) );
		self::assertCount( 19, self::such( [], false, null ), 'A restricted answer says nothing.' );
	}

	public function test_what_sellsy_withholds_is_missing(): void {
		$acl = [
			'view_credit_notes' => false,
			'update_items' => false,
		] + self::everything();
		self::assertSame(
			[
				'Facturation / Niveau de visualisation des avoirs : Tous',
				'Catalogue / Modifier des produits et services',
			],
			self::such( $acl, false, false )
		);
	}

	/** Sellsy's own document names each of them. */
	public function test_each_name_stands_in_sellsys_document(): void {
		$contract = json_decode(
			(string) file_get_contents( dirname( __DIR__, 3 ) . '/contract/sellsy.json' ),
			true
		);
		$answer   = $contract['operations']['GET /staffs/{id}']['responses']['200']['anyOf'][0]['properties'];
		$embedded = $answer['_embed']['properties'];
		self::assertSame(
			[],
			array_diff( Privilege::fields(), array_keys( $embedded['acl']['properties'] ) )
		);
		self::assertArrayHasKey( 'is_administrator', $embedded['profile']['properties'] );
		self::assertSame( [ 'ok', 'blocked', 'deleted' ], $answer['status']['enum'] );
	}

	/** A deed shows the privilege that goes with it before all others, never that all may be seen or also changed. */
	public function test_what_was_done_shows_the_privilege_that_it_takes(): void {
		$done  = [
			'companies.read',
			'companies.write',
			'individuals.write',
			'invoices.read',
			'credit-notes.write',
			'credit-notes.validate',
			'items.write',
			'orders.write',
		];
		$shown = array_filter( Privilege::all(), static fn ( Privilege $one ): bool => $one->is_shown_by( $done ) );

		self::assertSame(
			[
				'Clients / Créer des clients',
				'Facturation / Créer des avoirs',
				'Facturation / Valider des avoirs',
				'Facturation / Créer des bons de commande',
				'Catalogue / Créer des produits et services',
			],
			array_values( array_map( static fn ( Privilege $one ): string => $one->words, $shown ) )
		);
		self::assertFalse( Privilege::of( [ 'companies.write' ] )[0]->is_shown_by( [ 'companies.write' ] ) );
	}
}
