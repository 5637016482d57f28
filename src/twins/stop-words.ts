/** Words that say nothing of what is complained of: greetings, courtesies, and the small words between the others. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `
  assalamualaikum asalamualaikum assalamu alaikum waalaikumsalam wr wb wassalam salam sejahtera selamat pagi siang sore malam
  yth yang terhormat kepada bapak ibu saudara min admin halo hallo hai permisi maaf mohon tolong terima kasih terimakasih trims
  makasih trimakasih trmksh tks thanks hormat demikian disampaikan sampaikan menyampaikan atas perhatiannya perhatian
  bantuan bantuannya bantu dibantu kerjasamanya kerjasama semoga harap harapan berharap diharapkan sekian lapor melaporkan
  laporkan laporan dilaporkan pengaduan mengadukan keluhan mengeluhkan ingin mau hendak izin ijin numpang tanya bertanya
  saya kami kita anda dia mereka beliau
  ini itu tersebut tsb begini begitu sini situ sana disini disitu disana sebagai adalah ialah yaitu yakni merupakan
  di ke dari pada dengan untuk karena oleh dalam tentang bagi agar supaya antara sampai sejak sehingga maka
  dan atau serta tetapi sedangkan meski walau walaupun meskipun jika kalau bila apabila ketika saat waktu sambil
  akan telah sudah belum sedang masih pernah bisa dapat harus perlu boleh mungkin
  ada juga lagi saja hanya cuma pun lah kah kok sih dong deh nih tuh ya iya yah loh lho kan nya
  sekali lebih paling agak cukup sekitar kurang
  apa siapa mana kapan kenapa bagaimana berapa
  sebelum sesudah sekarang kemarin tadi nanti selalu sering kadang
  segera ditindaklanjuti tindaklanjuti tindak lanjut lanjuti tindaklanjut diperhatikan diproses
  hal para setiap tiap semua seluruh sangat amat seperti sesuai secara
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);
