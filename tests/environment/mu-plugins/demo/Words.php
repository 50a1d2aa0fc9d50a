<?php
/**
 * The page's texts, and those of the stand-in's screens, in French. They are no part of the plugin's translations.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

final class Orderinvoicer_Demo_Words {

	private const FRENCH = [
		// The page.
		'Try Order Invoicer in three steps'     => 'Essayez Order Invoicer en trois étapes',
		'A demo on this machine'                => 'Démonstration sur cette machine',
		'The Sellsy account is a sandbox: nothing leaves this machine.' =>
			'Le compte Sellsy est un bac à sable : rien ne quitte cette machine.',
		'WooCommerce could not be had here, so there is no shop: you see the owner’s side, on orders that a real '
			. 'shop once recorded.' =>
			'WooCommerce n’a pas pu être obtenu ici, il n’y a donc pas de boutique : vous voyez le côté du '
				. 'commerçant, sur des commandes enregistrées dans une vraie boutique.',
		'Sign in first'                         => 'Connectez-vous d’abord',
		'Everything that the shop’s owner does asks for it. User: %1$s, password: %2$s.' =>
			'Tout ce que fait le commerçant le demande. Identifiant : %1$s, mot de passe : %2$s.',
		'Choose an order and how it is paid'    => 'Choisissez une commande et son paiement',
		'Order'                                 => 'Commande',
		'The customer’s e-mail address (optional)' => 'Adresse e-mail du client (facultative)',
		'Empty: that of the recorded order.'    => 'Vide : celle de la commande enregistrée.',
		'Pay by card'                           => 'Payer par carte',
		'Pay by transfer'                       => 'Payer par virement',
		'Pay on delivery'                       => 'Payer à la livraison',
		'A card is paid at once. A transfer waits: no final invoice is made before its money is there.' =>
			'La carte est payée tout de suite. Le virement attend : aucune facture finalisée avant l’arrivée de '
				. 'l’argent.',
		'Buy something'                         => 'Achetez quelque chose',
		'Put a product into the basket and pay it by card. Then another by transfer: it waits, and gets no final '
			. 'invoice before its money is there.' =>
			'Mettez un article au panier et payez-le par carte. Puis un autre par virement : il attend, sans '
				. 'facture finalisée avant l’arrivée de l’argent.',
		'Open the shop'                         => 'Ouvrir la boutique',
		'Look at its invoice'                   => 'Regardez sa facture',
		'Order %s is placed.'                   => 'La commande n° %s est passée.',
		'Within seconds its invoice stands in the order’s Sellsy box: amounts to the cent, customer, payment.' =>
			'En quelques secondes sa facture est dans l’encadré Sellsy de la commande : montants au centime, '
				. 'client, paiement.',
		'Customers download it in their account, beside the order.' =>
			'Le client la télécharge dans son compte, à côté de la commande.',
		'Open order %s'                         => 'Ouvrir la commande n° %s',
		'All orders'                            => 'Toutes les commandes',
		'My account'                            => 'Mon compte',
		'The Sellsy sandbox'                    => 'Le bac à sable Sellsy',
		'Order Invoicer'                        => 'Order Invoicer',
		'Refund it'                             => 'Remboursez-la',
		'On the order, refund the whole or a part. Its credit note is made by itself, and set against the invoice.' =>
			'Sur la commande, remboursez tout ou partie. L’avoir est créé de lui-même et imputé sur la facture.',
		'Or see how it is set up'               => 'Ou voyez comment on l’installe',
		'Begins again as after the installation: nothing is connected, nothing is switched on. Orders and documents '
			. 'stay.' =>
			'Recommence comme après l’installation : rien n’est relié, rien n’est activé. Commandes et documents '
				. 'restent.',
		'See it as'                             => 'Voir comme',
		'The shop’s owner'                      => 'Le commerçant',
		'A shopper'                             => 'Un client',
		'The accountant'                        => 'Le comptable',
		'Two shops to compare'                  => 'Deux boutiques à comparer',
		'A simple one, which invoices what is paid; and one with rules: a transfer gets a proforma first, a company '
			. 'its invoice as a draft once the order is completed. Orders and documents stay.' =>
			'Une simple, qui facture ce qui est payé ; et une avec des règles : un virement reçoit d’abord une '
				. 'proforma, une société sa facture en brouillon une fois la commande terminée. Commandes et '
				. 'documents restent.',
		'The shop with rules'                   => 'La boutique avec des règles',
		'The simple shop'                       => 'La boutique simple',
		'Set it up from the start'              => 'Recommencer l’installation depuis le début',
		'The keys of this demo’s Sellsy:'       => 'Les clés du Sellsy de cette démonstration :',
		'Back to the three steps'               => 'Retour aux trois étapes',
		// Recorded orders.
		'Basket with VAT, private person'       => 'Panier TTC, particulier',
		'Basket with VAT, company'              => 'Panier TTC, société',
		'Basket with VAT, four rates'           => 'Panier TTC, quatre taux de TVA',
		'Basket with VAT, 10 % off'             => 'Panier TTC, remise de 10 %',
		'Basket without VAT, company'           => 'Panier HT, société',
		'Private person in Germany, German VAT' => 'Particulier en Allemagne, TVA allemande',
		'Company in Germany, without VAT'       => 'Société en Allemagne, sans TVA',
		'Export to the United States'           => 'Export vers les États-Unis',
		'An order that asks for your decision'  => 'Une commande qui attend votre décision',
		'Delivery'                              => 'Livraison',
		// The card of the demo.
		'Card'                                  => 'Carte bancaire',
		'Nothing to type: this card is always accepted.' => 'Rien à saisir : cette carte est toujours acceptée.',
		// Of WooCommerce, where its language pack cannot be had.
		'Dashboard'                             => 'Tableau de bord',
		'Downloads'                             => 'Téléchargements',
		'Addresses'                             => 'Adresses',
		'Account details'                       => 'Détails du compte',
		'Log out'                               => 'Se déconnecter',
		'Shop'                                  => 'Boutique',
		'Cart'                                  => 'Panier',
		'Checkout'                              => 'Commander',
		'Add to cart'                           => 'Ajouter au panier',
		'Order details'                         => 'Détails de la commande',
		'Order number:'                         => 'Commande n° :',
		'Product'                               => 'Produit',
		'Products'                              => 'Produits',
		'Subtotal:'                             => 'Sous-total :',
		'Shipping:'                             => 'Livraison :',
		'Total:'                                => 'Total :',
		'Date:'                                 => 'Date :',
		'Payment method:'                       => 'Moyen de paiement :',
		'Billing address'                       => 'Adresse de facturation',
		'Shipping address'                      => 'Adresse de livraison',
		'Actions'                               => 'Actions',
		'View'                                  => 'Voir',
		'Thank you. Your order has been received.' => 'Merci. Votre commande a été reçue.',
		'Order received'                        => 'Commande reçue',
		'No order has been made yet.'           => 'Aucune commande n’a encore été passée.',
		'Browse products'                       => 'Parcourir les produits',
		'Home'                                  => 'Accueil',
		'Customers'                             => 'Clients',
		'Coupons'                               => 'Codes promo',
		'Reports'                               => 'Rapports',
		'Settings'                              => 'Réglages',
		'Payments'                              => 'Paiements',
		'Analytics'                             => 'Statistiques',
		'Check payments'                        => 'Chèque',
		// The stand-in's screens.
		'Orders'                                => 'Commandes',
		'Date'                                  => 'Date',
		'Status'                                => 'État',
		'Total'                                 => 'Total',
		'Status and refund'                     => 'État et remboursement',
		'Order notes'                           => 'Notes de la commande',
		'Update'                                => 'Mettre à jour',
		'Refund'                                => 'Rembourser',
		'Refunded: %s'                          => 'Remboursé : %s',
		'Pending payment'                       => 'Attente de paiement',
		'Processing'                            => 'En cours',
		'On hold'                               => 'En attente',
		'Completed'                             => 'Terminée',
		'Cancelled'                             => 'Annulée',
		'Refunded'                              => 'Remboursée',
		'Failed'                                => 'Échouée',
		'Direct bank transfer'                  => 'Virement bancaire',
		'Cash on delivery'                      => 'Paiement à la livraison',
		'Payment complete.'                     => 'Paiement effectué.',
		'This is a stand-in for WooCommerce with recorded orders, for trying and testing Order Invoicer.' =>
			'WooCommerce est remplacé ici par des commandes enregistrées, pour essayer et tester Order Invoicer.',
	];

	/** In the reader's language; before French spaces that break no line. */
	public static function say( string $english ): string {
		return self::is_french()
			? (string) preg_replace( '/ (?=[:;?!»°])/u', "\u{a0}", self::FRENCH[ $english ] ?? $english )
			: $english;
	}

	public static function is_french(): bool {
		return str_starts_with( is_admin() ? get_user_locale() : get_locale(), 'fr' );
	}
}
