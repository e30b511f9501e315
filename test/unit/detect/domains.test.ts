import { describe, expect, it } from 'vitest';
import { companyDomain, isFreeMail, registered } from '#lib/detect/domains.ts';

describe('the domain of a company', () => {
  it.each([
    ['maria@cafe.example', 'cafe.example'],
    ['maria@mail.eu.cafe.example', 'cafe.example'],
    ['maria@orders.cafe.co.uk', 'cafe.co.uk'],
    ['maria@xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['ana@ana-bakes.myshopify.com', 'ana-bakes.myshopify.com'],
  ])('of %s is %s', (address, domain) => {
    expect(companyDomain(address)).toBe(domain);
  });

  it.each([
    ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.co.uk', 'live.com', 'icloud.com', 'me.com'],
    ...['yahoo.com', 'yahoo.com.ph', 'yahoo.co.jp', 'ymail.com', 'aol.com', 'proton.me', 'pm.me'],
    ...['protonmail.com', 'fastmail.com', 'fastmail.fm', 'hey.com', 'zoho.com', 'gmx.de', 'gmx.ch', 'web.de'],
    ...[
      't-online.de',
      'freenet.de',
      'orange.fr',
      'laposte.net',
      'free.fr',
      'libero.it',
      'seznam.cz',
      'wp.pl',
    ],
    ...['o2.pl', 'mail.ru', 'yandex.ru', 'ya.ru', 'ukr.net', 'abv.bg', 'qq.com', '163.com', 'naver.com'],
    ...['rediffmail.com', 'uol.com.br', 'comcast.net', 'btinternet.com', 'posteo.de', 'tuta.com', 'duck.com'],
    ...['privaterelay.appleid.com', 'mail.yahoo.com'],
  ])('is none where anybody can have an address: %s', (domain) => {
    expect(isFreeMail(domain)).toBe(true);
    expect(companyDomain(`maria@${domain}`)).toBeNull();
  });

  it.each([
    'cafe.example',
    'google.com',
    'apple.com',
    'siemens.com',
    'bbc.co.uk',
    'outlook-cafe.com',
    'mygmail-shop.de',
  ])('is not taken for a mail provider: %s', (domain) => {
    expect(isFreeMail(domain)).toBe(false);
  });

  it('is nobody’s where nobody can register one', () => {
    expect(registered('co.uk')).toBeNull();
    expect(companyDomain('postmaster@co.uk')).toBeNull();
  });
});
